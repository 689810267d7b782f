package org.ecart.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecart.files.Definitions;
import org.ecart.i18n.Numbers;
import org.ecart.model.Departure;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.protect.Draft;
import org.ecart.protect.Fate;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleaseAudit;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;

/** Makes what is remembered of a release. It says nothing of when or where, so that the same release is the same. */
final class Departures {
    private static final int SHORT = 12;

    private Departures() {}

    /** The id of a release as people are shown it. */
    static String shortened(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    /**
     * @param id the hash of its manifest
     * @param extracts for each extract and date the hash of the file it came from
     * @param files for each file, by its path inside, its hash
     */
    static Departure of(
            String id, Study study, Released released, Map<String, String> extracts, Map<String, String> files) {
        List<Departure.Table> tables = new ArrayList<>();
        for (int t = 0; t < released.tables().size(); t++) {
            tables.add(table(released.drafts().get(t), released.tables().get(t).releasable()));
        }
        return new Departure(id, Definitions.text(study), rules(released.drafts()), extracts, files, tables);
    }

    private static Departure.Table table(Draft draft, ReleasableTable printed) {
        ValueTable values = draft.values();
        List<Fate> fates = ReleaseAudit.fates(printed, values);
        List<Departure.Cell> cells = new ArrayList<>();
        for (int c = 0; c < fates.size(); c++) {
            ValueTable.Cell cell = values.cells().get(c);
            if (cell.told() && draft.plans().containsKey(cell.period())) {
                cells.add(new Departure.Cell(
                        cell.period(),
                        cell.codes(),
                        fates.get(c) == Fate.PRINTED,
                        figures(printed, cell.place()),
                        cell.staying()));
            }
        }
        return new Departure.Table(draft.name(), cells);
    }

    private static Map<String, String> figures(ReleasableTable printed, int place) {
        Map<String, String> figures = new TreeMap<>();
        for (Measure measure : place < 0 ? List.<Measure>of() : printed.measures()) {
            printed.value(measure, place)
                    .number()
                    .ifPresent(number -> figures.put(
                            measure.id(),
                            Numbers.plain(number, printed.decimals().of(measure))));
        }
        return figures;
    }

    /** The rules of each derived variable over all tables and dates, as one hash. */
    private static Map<String, String> rules(List<Draft> drafts) {
        Map<String, StringBuilder> texts = new TreeMap<>();
        for (Draft draft : drafts) {
            for (Map.Entry<Period, TablePlan> plan : new TreeMap<>(draft.plans()).entrySet()) {
                for (Rules rules : plan.getValue().derivations()) {
                    StringBuilder text = texts.computeIfAbsent(rules.variable(), key -> new StringBuilder());
                    String more = Definitions.text(rules);
                    if (text.indexOf(more) < 0) {
                        text.append(more);
                    }
                }
            }
        }
        Map<String, String> hashes = new HashMap<>();
        texts.forEach((variable, text) -> hashes.put(variable, Hashes.sha256(text.toString())));
        return hashes;
    }
}
