/**
 * Every definition as JSON and back: codebook, rules, study, policy, mapping; and the two small languages inside them,
 * conditions and axes. A key that nobody knows is refused with its path. Uses {@code model}. Begin with
 * {@link org.ecart.files.Definitions}; docs/formats describes what is read here.
 */
package org.ecart.files;
