/**
 * A releasable table to files, one writer a format: CSV and JSON for programs (docs/formats/table.md), XLSX for the
 * report. It takes only a {@link org.ecart.protect.ReleasableTable} and owns Commons CSV, Jackson and POI together with
 * the rooms that read. Every writer gives the same bytes on any machine. Begin with
 * {@link org.ecart.export.CsvWriter}.
 */
package org.ecart.export;
