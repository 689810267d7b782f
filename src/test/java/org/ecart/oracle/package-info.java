/**
 * A second engine behind {@link org.ecart.tabulate.Tabulator}, over SQL on an ordinary table, and the random questions
 * on which both must agree. Written apart from the columns: it shares nothing with them but the vocabulary. Begin with
 * {@link org.ecart.oracle.OracleTest}.
 */
package org.ecart.oracle;
