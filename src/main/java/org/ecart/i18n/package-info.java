/**
 * Words and figures in the four languages: messages by key and numbers with symbols of our own, because the locale data
 * of the JDK differ from release to release. It uses only the vocabulary. Begin with {@link org.ecart.i18n.Messages} and
 * {@link org.ecart.i18n.Numbers}.
 */
package org.ecart.i18n;
