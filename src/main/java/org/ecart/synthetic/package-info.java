/**
 * The generator of synthetic extracts: population, kinship and labour market of people who do not exist. It owns every
 * assumption about them, most of it in the tables under {@code resources/synthetic}, and may use
 * {@code org.ecart.model} only. Begin with {@link org.ecart.synthetic.SyntheticPopulation}; the story of one person
 * runs {@code Place} (who holds it when), {@code Ancestry} (origin and kin), {@code Career} (work).
 */
package org.ecart.synthetic;
