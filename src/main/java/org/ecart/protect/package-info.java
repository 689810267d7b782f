/**
 * Which cells are unsafe, which others go with them, and the proof. It alone can make a
 * {@link org.ecart.protect.ReleasableTable}, the only thing that charts and exports accept. METHOD section 6 is its
 * law, and the linear solver has its home here. Begin with {@link org.ecart.protect.CountSystem} and
 * {@link org.ecart.protect.Suppression}; what makes a cell safe is in {@link org.ecart.protect.Evidence}, and the
 * searches feed it.
 */
package org.ecart.protect;
