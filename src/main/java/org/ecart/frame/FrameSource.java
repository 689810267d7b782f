package org.ecart.frame;

import java.util.Set;
import org.ecart.model.Period;

/** Who hands out frames. */
@FunctionalInterface
public interface FrameSource {
    /**
     * The persons of a reference date with just these columns.
     *
     * @throws org.ecart.model.EcartException usage, when there is no population for the date
     */
    Frame frame(Period period, Set<String> variables);
}
