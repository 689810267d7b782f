package org.ecart.chart;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.Map;

/** A font that only has a name, for SVG: it never asks which fonts this machine has. */
final class NamedFont extends Font {
    static final String FAMILY = "Inter";

    private static final long serialVersionUID = 1L;

    NamedFont(boolean bold, double size) {
        super(Map.of(
                TextAttribute.FAMILY,
                FAMILY,
                TextAttribute.WEIGHT,
                bold ? TextAttribute.WEIGHT_DEMIBOLD : TextAttribute.WEIGHT_REGULAR,
                TextAttribute.SIZE,
                (float) size));
    }

    @Override
    public String getFamily() {
        return FAMILY;
    }

    @Override
    public Font deriveFont(Map<? extends Attribute, ?> attributes) {
        return this;
    }
}
