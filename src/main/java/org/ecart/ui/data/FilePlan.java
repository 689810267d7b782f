package org.ecart.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ecart.intake.FileMatch;
import org.ecart.intake.Preview;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Mapping;
import org.ecart.model.Period;
import org.ecart.model.Variable;
import org.ecart.store.Workspace;

/**
 * How one file is to be taken in, as far as the analyst has said.
 *
 * @param extract the extract that it is, found or chosen; none = neither
 * @param byHand column to variable, {@link Mapping#NOT_LOADED} for a column to be left out; the others match by name
 * @param period the date of all rows as it was typed
 */
record FilePlan(Look look, Codebook codebook, Optional<Extract> extract, Map<String, String> byHand, String period) {
    FilePlan {
        byHand = Map.copyOf(byHand);
    }

    /** A plan with the extract that the header is, or comes nearest to. */
    static FilePlan of(Look look, Codebook codebook) {
        return new FilePlan(look, codebook, found(look.preview().header(), codebook), Map.of(), "");
    }

    /** The plan of the file looked at in another way; with other columns it may be another extract. */
    FilePlan withLook(Look now) {
        List<String> header = now.preview().header();
        Map<String, String> kept = new TreeMap<>(byHand);
        kept.keySet().retainAll(header);
        return header.equals(preview().header())
                ? new FilePlan(now, codebook, extract, byHand, period)
                : new FilePlan(now, codebook, found(header, codebook).or(() -> extract), kept, period);
    }

    Preview preview() {
        return look.preview();
    }

    private static Optional<Extract> found(List<String> header, Codebook codebook) {
        for (boolean periodGiven : new boolean[] {false, true}) {
            try {
                return Optional.of(FileMatch.of(codebook, header, Optional.empty(), Optional.empty(), periodGiven)
                        .extract());
            } catch (EcartException noneOrSeveral) {
                // The analyst will say; the nearest is proposed.
            }
        }
        Map<Extract, Long> known = new LinkedHashMap<>();
        for (Extract extract : codebook.extracts()) {
            known.put(
                    extract,
                    header.stream()
                            .filter(name -> automatic(extract, name).isPresent())
                            .count());
        }
        long most = known.values().stream().mapToLong(n -> n).max().orElse(0);
        List<Extract> nearest = known.keySet().stream()
                .filter(e -> most > 0 && known.getOrDefault(e, 0L) == most)
                .toList();
        return nearest.size() == 1 ? Optional.of(nearest.get(0)) : Optional.empty();
    }

    private static Optional<String> automatic(Extract extract, String name) {
        return extract.columns().stream()
                .filter(c -> c.named(name))
                .map(Extract.Column::variable)
                .findFirst();
    }

    Path file() {
        return preview().file();
    }

    /** Whether another file has the same columns in the same order: what is said of one holds for both. */
    boolean sameLayout(FilePlan other) {
        return preview().header().equals(other.preview().header());
    }

    FilePlan withExtract(Extract chosen) {
        Map<String, String> kept = new TreeMap<>(byHand);
        kept.values().removeIf(v -> chosen.columnOf(v).isEmpty());
        return new FilePlan(look, codebook, Optional.of(chosen), kept, period);
    }

    FilePlan withPeriod(String typed) {
        return new FilePlan(look, codebook, extract, byHand, typed.strip());
    }

    /** Loads a column as a variable, which any other column loses; {@link Mapping#NOT_LOADED} leaves it out. */
    FilePlan withColumn(String column, String variable) {
        Map<String, String> changed = new TreeMap<>(byHand);
        if (!variable.equals(Mapping.NOT_LOADED)) {
            changed.values().removeIf(variable::equals);
        }
        String byName = extract.flatMap(e -> automatic(e, column)).orElse(Mapping.NOT_LOADED);
        changed.put(column, variable);
        if (byName.equals(variable)) {
            changed.remove(column);
        }
        return new FilePlan(look, codebook, extract, changed, period);
    }

    /**
     * The plan under a mapping that was kept.
     *
     * @throws EcartException usage, when the codebook has no such extract
     */
    FilePlan withMapping(Mapping mapping) {
        Extract said = FileMatch.asSaid(codebook, preview().header(), mapping).extract();
        Map<String, String> known = new TreeMap<>(mapping.columns());
        known.keySet().retainAll(preview().header());
        return new FilePlan(look, codebook, Optional.of(said), known, period);
    }

    /** What was said by hand, for this file and the next deliveries like it; none while the extract is not known. */
    Optional<Mapping> mapping() {
        return extract.map(e -> new Mapping(e.id(), byHand));
    }

    /** The columns: those whose names the codebook does not know first, else in the order of the file. */
    List<ColumnPlan> columns() {
        List<Optional<Variable>> variables = match().map(FileMatch::variables)
                .orElse(preview().header().stream()
                        .map(h -> Optional.<Variable>empty())
                        .toList());
        List<ColumnPlan> columns = new ArrayList<>();
        for (int place = 0; place < variables.size(); place++) {
            String name = preview().header().get(place);
            Optional<String> byName = extract.flatMap(e -> automatic(e, name));
            columns.add(new ColumnPlan(
                    place, name, byName.isEmpty(), how(name, variables.get(place)), variables.get(place)));
        }
        columns.sort(Comparator.comparing(c -> !c.alone()));
        return columns;
    }

    private ColumnPlan.How how(String column, Optional<Variable> variable) {
        if (variable.isEmpty()) {
            return ColumnPlan.How.NOT_LOADED;
        }
        if (byHand.containsKey(column)) {
            return ColumnPlan.How.BY_HAND;
        }
        boolean exact = extract.stream().flatMap(e -> e.columns().stream()).anyMatch(c -> c.name()
                .equals(column));
        return exact ? ColumnPlan.How.EXACT : ColumnPlan.How.ALIAS;
    }

    /** The variables that a column can be loaded as. */
    List<Variable> variables() {
        return extract.stream()
                .flatMap(e -> e.columns().stream())
                .flatMap(c -> codebook.variable(c.variable()).stream())
                .toList();
    }

    /** Variables of the extract that the file does not bring. */
    List<String> absent() {
        return match().map(FileMatch::absent).orElse(List.of());
    }

    /** Whether the rows have no date of their own and need one. */
    boolean needsPeriod() {
        return extract.filter(Extract::dated)
                .flatMap(e -> codebook.withRole(e, Variable.Role.PERIOD))
                .map(v -> absent().contains(v.id()))
                .orElse(extract.filter(Extract::dated).isPresent());
    }

    /** Why the file cannot be taken in like this; none = it can. */
    Optional<EcartException> fault() {
        if (match().isEmpty()) {
            return fault("ui.data.fault.extract", name());
        }
        if (!needsPeriod() && !period.isEmpty()) {
            return withPeriod("").fault();
        }
        if (needsPeriod() && given().isEmpty()) {
            return period.isEmpty()
                    ? fault("ui.data.fault.period", name())
                    : fault("ui.data.fault.not_a_period", period);
        }
        Set<String> lacking = match().orElseThrow().lacking(codebook, given().isPresent());
        return lacking.isEmpty()
                ? Optional.empty()
                : fault("ui.data.fault.lacking", name(), String.join(", ", lacking));
    }

    private static Optional<EcartException> fault(String key, Object... arguments) {
        return Optional.of(EcartException.data(key, arguments));
    }

    /** The file's name without its folder. */
    String name() {
        return String.valueOf(file().getFileName());
    }

    /** What the workspace is asked to take. */
    Workspace.Source source() {
        return new Workspace.Source(
                file(), look.said(), mapping(), Optional.empty(), needsPeriod() ? given() : Optional.empty());
    }

    private Optional<Period> given() {
        return Period.parse(period);
    }

    private Optional<FileMatch> match() {
        return mapping().map(m -> FileMatch.asSaid(codebook, preview().header(), m));
    }
}
