/**
 * Which tables of a release hang together, and what they tell apart together (docs/decisions/0013-linked-tables.md).
 * Begin with {@link org.ecart.protect.links.Grids}.
 */
package org.ecart.protect.links;
