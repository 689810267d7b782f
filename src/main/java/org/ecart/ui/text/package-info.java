/** The words of the interface, switched live between languages. Begin with {@link org.ecart.ui.text.Texts}. */
package org.ecart.ui.text;
