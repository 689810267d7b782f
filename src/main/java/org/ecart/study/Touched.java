package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ecart.files.Catalogue;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Study;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;

/**
 * The tables of a workspace's studies whose figures hang on an extract at a date: they change when it is replaced, and
 * cannot be made again when it is removed.
 *
 * @param tables their ids
 */
public record Touched(String study, List<String> tables) {
    public Touched {
        tables = List.copyOf(tables);
    }

    /** The studies touched, sorted by name. */
    public static List<Touched> by(Terms.Held held, Workspace workspace) {
        return by(held, workspace, Optional.empty());
    }

    /**
     * The studies touched, sorted by name.
     *
     * @param open one that is worked on, as it is now: it may never have been kept
     */
    public static List<Touched> by(Terms.Held held, Workspace workspace, Optional<Study> open) {
        StudyFiles files = new StudyFiles(workspace.folder());
        Codebook codebook = workspace.requireCodebook();
        Map<String, Study> studies = new TreeMap<>();
        files.ids().forEach(id -> studies.put(id, files.load(id)));
        open.ifPresent(study -> studies.put(study.id(), study));
        List<Touched> touched = new ArrayList<>();
        for (Study study : studies.values()) {
            Planner planner = new Planner(codebook, Catalogue.shipped(), study);
            List<String> tables = study.tables().stream()
                    .filter(t -> uses(held, t, planner, codebook))
                    .map(Study.Table::id)
                    .toList();
            if (!tables.isEmpty()) {
                touched.add(new Touched(study.id(), tables));
            }
        }
        return touched;
    }

    private static boolean uses(Terms.Held held, Study.Table table, Planner planner, Codebook codebook) {
        if (held.period().isPresent()
                && !table.breakdown().periods().contains(held.period().get())) {
            return false;
        }
        try {
            Set<String> needed = planner.plan(table.breakdown()).variables();
            return codebook.extract(held.extract())
                    .filter(extract -> extract.population() || holdsAny(extract, needed))
                    .isPresent();
        } catch (EcartException noLongerPlanned) {
            // A table that cannot be made as it stands is named rather than forgotten.
            return true;
        }
    }

    private static boolean holdsAny(Extract extract, Set<String> variables) {
        return extract.columns().stream().anyMatch(c -> variables.contains(c.variable()));
    }
}
