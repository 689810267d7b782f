package org.ecart.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Mapping;
import org.ecart.model.Variable;

/**
 * Which extract a file is, and which variable each of its columns holds.
 *
 * @param variables for each column of the file its variable, none where the codebook has none
 * @param unmatched columns of the file that hold no variable; they are not loaded
 * @param absent variables of the extract that the file does not bring; they stay "not available"
 */
public record FileMatch(
        Extract extract, List<Optional<Variable>> variables, List<String> unmatched, List<String> absent) {
    public FileMatch {
        variables = List.copyOf(variables);
        unmatched = List.copyOf(unmatched);
        absent = List.copyOf(absent);
    }

    /**
     * Finds the one extract that a header fits. It fits when the person, weight and count columns are there, the
     * period column unless {@code periodGiven}, and at least one dimension or amount; an extract all of whose columns are there goes
     * before those that lack some.
     *
     * @param as the extract it must be, if said
     * @throws EcartException data, naming what each extract lacks, when not exactly one fits
     */
    public static FileMatch of(
            Codebook codebook,
            List<String> header,
            Optional<Mapping> mapping,
            Optional<String> as,
            boolean periodGiven) {
        Optional<String> wanted = as.or(() -> mapping.map(Mapping::extract));
        List<Extract> extracts = wanted.map(id -> List.of(codebook.extract(id)
                        .orElseThrow(() -> EcartException.usage("intake.no_extract", id, ids(codebook.extracts())))))
                .orElse(codebook.extracts());
        Map<Extract, String> lacks = new LinkedHashMap<>();
        List<FileMatch> fitting = new ArrayList<>();
        for (Extract extract : extracts) {
            FileMatch match = match(codebook, extract, header, mapping);
            Set<String> missing = match.lacking(codebook, periodGiven);
            if (missing.isEmpty()) {
                fitting.add(match);
            } else {
                lacks.put(extract, String.join(", ", missing));
            }
        }
        List<FileMatch> complete =
                fitting.stream().filter(m -> m.absent().isEmpty()).toList();
        List<FileMatch> best = complete.isEmpty() ? fitting : complete;
        if (best.isEmpty()) {
            throw EcartException.data("intake.no_match", described(lacks));
        }
        if (best.size() > 1) {
            throw EcartException.data(
                    "intake.several_match",
                    ids(best.stream().map(FileMatch::extract).toList()));
        }
        return best.get(0);
    }

    private static FileMatch match(Codebook codebook, Extract extract, List<String> header, Optional<Mapping> mapping) {
        List<Optional<Variable>> variables = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        Set<String> absent = new TreeSet<>();
        extract.columns().forEach(c -> absent.add(c.variable()));
        Map<String, String> said = new HashMap<>(mapping.map(Mapping::columns).orElse(Map.of()));
        said.keySet().retainAll(header);
        for (String name : header) {
            Optional<Variable> variable =
                    variableOf(extract, name, said).flatMap(codebook::variable).filter(v -> absent.remove(v.id()));
            variables.add(variable);
            if (variable.isEmpty()) {
                unmatched.add(name);
            }
        }
        return new FileMatch(extract, variables, unmatched, List.copyOf(absent));
    }

    /** What the mapping gives to a column goes before what other columns would get by their names. */
    private static Optional<String> variableOf(Extract extract, String name, Map<String, String> said) {
        return Optional.ofNullable(said.get(name)).or(() -> extract.columns().stream()
                .filter(c -> c.named(name))
                .map(Extract.Column::variable)
                .filter(v -> !said.containsValue(v))
                .findFirst());
    }

    /** What a header is as the extract that the mapping says, without asking whether it has all that is needed. */
    public static FileMatch asSaid(Codebook codebook, List<String> header, Mapping mapping) {
        Extract extract = codebook.extract(mapping.extract())
                .orElseThrow(
                        () -> EcartException.usage("intake.no_extract", mapping.extract(), ids(codebook.extracts())));
        return match(codebook, extract, header, Optional.of(mapping));
    }

    /** The columns that the file lacks to be this extract; none when it can be read. */
    public Set<String> lacking(Codebook codebook, boolean periodGiven) {
        Set<String> missing = new TreeSet<>();
        boolean anything = false;
        for (Extract.Column column : extract.columns()) {
            Variable variable = codebook.variable(column.variable()).orElseThrow();
            boolean there = !absent.contains(variable.id());
            boolean required =
                    switch (variable.role()) {
                        case PERSON, WEIGHT, COUNT -> true;
                        case PERIOD -> extract.dated() && !periodGiven;
                        case DIMENSION, AMOUNT -> false;
                    };
            if (required && !there) {
                missing.add(column.name());
            }
            anything |=
                    there && (variable.role() == Variable.Role.DIMENSION || variable.role() == Variable.Role.AMOUNT);
        }
        if (!anything && missing.isEmpty()) {
            extract.columns().stream()
                    .filter(c -> absent.contains(c.variable()))
                    .forEach(c -> missing.add(c.name()));
        }
        return missing;
    }

    /** The first column of the file that holds a variable with {@code role}. */
    Optional<Integer> withRole(Variable.Role role) {
        return IntStream.range(0, variables.size())
                .boxed()
                .filter(c -> variables.get(c).filter(v -> v.role() == role).isPresent())
                .findFirst();
    }

    private static String described(Map<Extract, String> lacks) {
        List<String> lines = new ArrayList<>();
        lacks.forEach((extract, missing) -> lines.add(extract.id() + ": " + missing));
        return String.join("; ", lines);
    }

    private static String ids(List<Extract> extracts) {
        return String.join(", ", extracts.stream().map(Extract::id).toList());
    }
}
