/**
 * Delivered files to checked, coded columns: which extract a file is, every row checked, and a report of what was
 * refused and why; and codebooks that come as CSV. Uses {@code model}, {@code files} and {@code frame}; Commons CSV
 * lives here. Data faults are values in the {@link org.ecart.intake.IntakeReport}. Begin with
 * {@link org.ecart.intake.Intake}, and for codebooks with {@link org.ecart.intake.CodebookSheets}.
 */
package org.ecart.intake;
