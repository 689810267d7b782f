/**
 * A releasable table to a chart: its figures in drawing order, the drawing by JFreeChart, pictures for the screen that know
 * their cells, and the files (PNG, SVG) with a
 * text alternative. It owns JFreeChart, Batik and AWT, takes only a {@link org.ecart.protect.ReleasableTable}, and writes
 * the same bytes on any machine: letters are outlines of the bundled font read here, never by the machine's font engine,
 * and PNG is packed here. Begin with {@link org.ecart.chart.Charts}.
 */
package org.ecart.chart;
