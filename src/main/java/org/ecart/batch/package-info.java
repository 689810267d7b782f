/**
 * The face for scripts: one class a command. Data go to standard output, messages to standard error, and the exit code
 * tells how it went (docs/formats/README.md). The only home of picocli. Begin with {@link org.ecart.batch.Batch}.
 */
package org.ecart.batch;
