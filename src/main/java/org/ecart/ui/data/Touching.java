package org.ecart.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecart.model.Study;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;
import org.ecart.study.Touched;
import org.ecart.ui.task.TaskRunner;

/**
 * Finds the studies that hang on an extract: those that are kept, and the one that is worked on.
 *
 * @param open asked on the interface thread
 */
record Touching(Workspace workspace, Supplier<Optional<Study>> open) {
    /** A job that finds them. */
    TaskRunner.Job<List<Touched>> by(Terms.Held held) {
        Optional<Study> now = open.get();
        return progress -> Touched.by(held, workspace, now);
    }
}
