/**
 * Delivered files to checked, coded columns: which extract a file is, every row checked, and a report of what was
 * refused and why. Uses {@code model} and {@code frame}; Commons CSV lives here. Data faults are values in the
 * {@link org.ecart.intake.IntakeReport}. Begin with {@link org.ecart.intake.Intake}.
 */
package org.ecart.intake;
