package org.ecart.batch;

import java.util.List;
import java.util.Optional;
import org.ecart.files.BreakdownJson;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;
import org.ecart.study.Touched;

/** What a command says of an extract at a date that is to go. */
final class HeldText {
    private static final String UNDATED = "-";

    private HeldText() {}

    /** Reads an extract and its date, {@code -} for an extract that is valid for all dates. */
    static Terms.Held read(String extract, String period) {
        return new Terms.Held(
                extract, period.equals(UNDATED) ? Optional.empty() : Optional.of(BreakdownJson.period(period)));
    }

    /** Lists the studies whose tables hang on it, before anything is done. */
    static void tellTouched(Terms.Held held, Workspace workspace, Console console) {
        workspace.requireHeld(held);
        List<Touched> touched = Touched.by(held, workspace);
        if (touched.isEmpty()) {
            console.say("batch.touched.none", held);
        }
        touched.forEach(t -> console.say("batch.touched", held, t.study(), String.join(", ", t.tables())));
    }
}
