/**
 * The workspace: one folder with an H2 database of column segments, the person index, the import log, the studies and
 * the releases; the database is encrypted where there is a passphrase ({@link org.ecart.store.Opening}). The only home of
 * {@code java.sql}. Segments are immutable; a version is visible from its last commit on. Uses {@code model},
 * {@code files}, {@code frame} and {@code intake}. Begin with {@link org.ecart.store.Workspace}.
 */
package org.ecart.store;
