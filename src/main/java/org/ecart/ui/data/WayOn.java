package org.ecart.ui.data;

import java.util.List;
import java.util.Optional;
import org.ecart.store.Terms;
import org.ecart.study.Touched;

/** A way on after an import was refused, for the analyst to choose knowingly. */
sealed interface WayOn {
    /** The terms on which the same files are taken in. */
    Terms on(Terms refused);

    /**
     * What is there already gives way.
     *
     * @param touched the studies whose figures change
     */
    record Replace(Terms.Held held, List<Touched> touched) implements WayOn {
        public Replace {
            touched = List.copyOf(touched);
        }

        @Override
        public Terms on(Terms refused) {
            return new Terms(refused.mostRejected(), refused.again(), Optional.of(held));
        }
    }

    /** Bytes that are there already are taken in once more. */
    record Again() implements WayOn {
        @Override
        public Terms on(Terms refused) {
            return new Terms(refused.mostRejected(), true, refused.replaced());
        }
    }
}
