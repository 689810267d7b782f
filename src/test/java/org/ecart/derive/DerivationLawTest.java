package org.ecart.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.DerivedKey;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.Provenance;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.junit.jupiter.api.Test;

/** Random rule sets over random columns: by decision table, by row masks and person by person the codes are the same. */
class DerivationLawTest {
    private static final int RULE_SETS = 300;

    @Test
    void tablesMasksAndPersonByPersonAgreeForAnyNumberOfThreads() {
        for (long seed = 1; seed <= RULE_SETS; seed++) {
            RandomRules random = new RandomRules(seed);
            Frame frame = random.frame();
            Map<String, List<String>> expected = personByPerson(frame, random.rules());
            for (int threads : List.of(1, 2, 3, 8)) {
                assertThat(codes(Derivations.columns(frame, random.rules(), threads), random.rules(), frame.rows()))
                        .as("seed %d, tables, %d threads", seed, threads)
                        .isEqualTo(expected);
            }
            for (int mostSteps : List.of(0, 20)) {
                assertThat(codes(
                                Derivations.columns(frame, random.rules(), 2, mostSteps), random.rules(), frame.rows()))
                        .as("seed %d, masks beyond %d steps", seed, mostSteps)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void whatWasKeptIsWhatIsDerived() {
        Map<DerivedKey, List<CodeSegment>> kept = new HashMap<>();
        int found = 0;
        for (int seed = 1; seed <= RULE_SETS; seed++) {
            RandomRules random = new RandomRules(seed);
            Frame frame = random.frame();
            DerivedFrames frames = new DerivedFrames(keeping(frame, seed, kept), 2);
            Set<String> wanted = new TreeSet<>();
            random.rules().forEach(r -> wanted.add(r.variable()));
            Map<String, List<String>> expected =
                    codes(Derivations.columns(frame, random.rules(), 1), random.rules(), frame.rows());
            for (String time : List.of("derived", "kept")) {
                Frame derived = frames.frame(RandomRules.PERIOD, wanted, random.rules(), Condition.ALL);
                assertThat(codes(derived.codes(), random.rules(), frame.rows()))
                        .as("seed %d, %s", seed, time)
                        .isEqualTo(expected);
                found += derived.codes().size() == wanted.size() ? 1 : 0;
            }
        }
        assertThat(found).as("times that no input was read").isGreaterThan(RULE_SETS / 2);
    }

    /** A source that hands out the columns that are asked for, and keeps what it is offered. */
    private static FrameSource keeping(Frame frame, int population, Map<DerivedKey, List<CodeSegment>> kept) {
        return new FrameSource() {
            @Override
            public Frame frame(Period period, Set<String> variables) {
                Map<String, CodedColumn> columns = new HashMap<>(frame.codes());
                columns.keySet().retainAll(variables);
                return new Frame(period, frame.rows(), columns, Map.of(), Optional.empty(), Set.of());
            }

            @Override
            public Map<String, Provenance> provenance(Period period, Set<String> variables) {
                return variables.stream()
                        .collect(Collectors.toMap(
                                v -> v,
                                v -> new Provenance(
                                        population, population, frame.coded(v).missing())));
            }

            @Override
            public Optional<List<CodeSegment>> kept(DerivedKey key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void keep(DerivedKey key, List<CodeSegment> column) {
                assertThat(kept.put(key, column)).as("it was kept already").isNull();
            }
        };
    }

    private static Map<String, List<String>> codes(Map<String, CodedColumn> columns, List<Rules> rules, int rows) {
        Map<String, List<String>> codes = new TreeMap<>();
        for (Rules made : rules) {
            List<String> values = new ArrayList<>();
            CodedColumn column = columns.get(made.variable());
            assertThat(column).isNotNull();
            for (int row = 0; row < rows; row++) {
                values.add(column.code(row));
            }
            codes.put(made.variable(), values);
        }
        return codes;
    }

    private static Map<String, List<String>> personByPerson(Frame frame, List<Rules> rules) {
        Map<String, Set<String>> missing = new HashMap<>();
        frame.codes().forEach((variable, column) -> missing.put(variable, column.missing()));
        rules.forEach(r -> missing.put(r.variable(), Set.of("r5")));
        Map<String, List<String>> codes = new TreeMap<>();
        rules.forEach(r -> codes.put(r.variable(), new ArrayList<>()));
        for (int row = 0; row < frame.rows(); row++) {
            Map<String, String> person = new LinkedHashMap<>();
            int at = row;
            frame.codes().forEach((variable, column) -> person.put(variable, column.code(at)));
            RowByRow one = new RowByRow(person, missing, RandomRules.PERIOD.date());
            for (Rules made : rules) {
                List<String> values = codes.get(made.variable());
                assertThat(values).isNotNull();
                values.add(one.derive(made));
            }
        }
        return codes;
    }
}
