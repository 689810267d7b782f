/**
 * Which cells are unsafe, which others go with them, and the proof. It alone can make a
 * {@link org.ecart.protect.ReleasableTable}, the only thing that charts and exports accept. METHOD section 6 is its
 * law. Begin with {@link org.ecart.protect.CountTable}.
 */
package org.ecart.protect;
