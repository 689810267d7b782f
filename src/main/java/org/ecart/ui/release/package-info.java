/**
 * The screen Release: what the study's tables and charts become, how they are protected, and what has left. Begin with
 * {@link org.ecart.ui.release.ReleaseViewModel}.
 */
package org.ecart.ui.release;
