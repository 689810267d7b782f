/**
 * The vocabulary of the house: what a codebook, an indicator, a rule, a breakdown, a policy and a study are, and how a
 * table is addressed. Values only, on the JDK alone; constructors refuse nonsense and copy their collections. It uses
 * no other room. Begin with {@link org.ecart.model.Study} and {@link org.ecart.model.Query}.
 */
package org.ecart.model;
