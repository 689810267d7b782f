/**
 * Persons as immutable columns in the heap, cut in chunks; no row objects. Uses {@code model}. Begin with
 * {@link org.ecart.frame.Frame}.
 */
package org.ecart.frame;
