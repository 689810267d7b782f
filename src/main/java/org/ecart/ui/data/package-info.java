/** Data: what the workspace holds, and the import of more. Begin with {@link org.ecart.ui.data.DataViewModel}. */
package org.ecart.ui.data;
