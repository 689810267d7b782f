/**
 * The face for analysts: the workbench in JavaFX. A screen is a View and a ViewModel; what can be computed without a
 * window lives in the latter. Uses {@code study} and what it gives. Begin with {@link org.ecart.ui.Workbench}.
 */
package org.ecart.ui;
