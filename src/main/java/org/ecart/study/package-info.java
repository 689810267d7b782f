/**
 * The pipeline: a study and a workspace go in, protected tables, charts and a release come out. Both faces, batch and
 * desktop, only call this room. Begin with {@link org.ecart.study.Tables} and {@link org.ecart.study.Release}.
 */
package org.ecart.study;
