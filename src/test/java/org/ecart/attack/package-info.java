/**
 * The attacker of METHOD section 6, written apart from the protector and sharing no solver with it: what outsiders can
 * deduce from a table with holes. A cell is safe only when complete tables of whole numbers, checked by substitution,
 * show it. Begin with {@link org.ecart.attack.Attacker}.
 */
package org.ecart.attack;
