/**
 * Delivered files as rows: unpacked, hashed, cut in pieces of whole rows that can be worked on side by side, and each
 * piece cut in fields. Knows nothing of codebooks. Begin with {@link org.ecart.intake.delivery.Delivery}.
 */
package org.ecart.intake.delivery;
