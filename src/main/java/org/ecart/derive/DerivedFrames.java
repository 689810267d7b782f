package org.ecart.derive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.DerivedKey;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.Persons;
import org.ecart.frame.Provenance;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Query;
import org.ecart.model.Rules;

/**
 * Frames with derived columns. What the source has kept is not derived again, and its inputs are not even read; what is
 * derived is offered to it.
 */
public final class DerivedFrames {
    private final FrameSource source;
    private final FrameSource otherDates;
    private final int threads;

    /** @param threads that derive at the same time, at most; they change nothing but the time it takes */
    public DerivedFrames(FrameSource source, int threads) {
        this(source, source, threads);
    }

    /** @param otherDates who has the persons of other dates */
    DerivedFrames(FrameSource source, FrameSource otherDates, int threads) {
        this.source = source;
        this.otherDates = otherDates;
        this.threads = threads;
    }

    /** The persons that a question is about, which may be those of two dates together; see {@link Query.Source}. */
    public Frame frame(Query.Source from, Set<String> variables, List<Rules> derivations, Condition universe) {
        Period period = from.period();
        if (from.also().isEmpty()) {
            return frame(period, variables, derivations, universe);
        }
        Query.Also also = from.also().get();
        Period other = also.shift().from(period);
        while (true) {
            List<Optional<Integer>> before = List.of(population(period), population(other));
            FrameSource both = BothDates.of(source, period, other, from.weight(), also.carried(), threads);
            Frame frame = new DerivedFrames(both, source, threads).frame(period, variables, derivations, universe);
            // Rows of two dates fit only where no import came in between.
            if (List.of(population(period), population(other)).equals(before)) {
                return frame;
            }
        }
    }

    private Optional<Integer> population(Period date) {
        return source.persons(date).flatMap(Persons::population);
    }

    /**
     * The persons of a reference date with these variables, stored and derived. Where a stored one is unavailable,
     * or one of another date that was not delivered, nothing is derived.
     *
     * @param variables that are needed; an amount that a condition names gets codes too
     * @param derivations of every derived variable that is needed, inputs before what reads them
     * @param universe a condition that is to be asked of the frame
     */
    public Frame frame(Period period, Set<String> variables, List<Rules> derivations, Condition universe) {
        Needed needed = Needed.at(variables, derivations);
        OtherDates others = new OtherDates(source, otherDates, threads, period, derivations);
        if (needed.elsewhere().isEmpty()) {
            return frame(period, variables, needed, others, universe);
        }
        while (true) {
            Map<Period, Optional<Integer>> before = others.populations();
            Frame frame = frame(period, variables, needed, others, universe);
            if (others.populations().equals(before)) {
                return frame;
            }
        }
    }

    private Frame frame(Period period, Set<String> variables, Needed needed, OtherDates others, Condition universe) {
        Work work = new Work(period, needed, others, universe);
        work.lookUp(variables);
        Frame frame = work.withOthers(source.frame(period, work.stored()));
        if (!work.stillHolds()) {
            // An import came in between: what was looked up belongs to other rows.
            work.forget(variables);
            frame = work.withOthers(source.frame(period, work.stored()));
        }
        return frame.unavailable().isEmpty() ? work.complete(frame) : frame;
    }

    /** One frame under way. */
    private final class Work {
        private final Period period;
        private final List<Rules> derivations;
        private final Map<String, Rules> elsewhere;
        private final OtherDates others;
        private final Condition universe;
        private final Set<String> derived = new HashSet<>();
        private final Set<String> inputs = new TreeSet<>();
        private final Map<String, Provenance> provenance;
        private final Map<String, DerivedKey> otherKeys;
        private final Map<String, List<CodeSegment>> kept = new HashMap<>();
        private final Set<String> needed = new TreeSet<>();
        private Keys keys;

        Work(Period period, Needed needed, OtherDates others, Condition universe) {
            this.period = period;
            this.derivations = needed.ofDate();
            this.elsewhere = needed.elsewhere();
            this.others = others;
            this.universe = universe;
            derivations.forEach(r -> derived.add(r.variable()));
            derivations.forEach(r -> inputs.addAll(r.derivation().inputs()));
            inputs.removeAll(derived);
            inputs.removeAll(elsewhere.keySet());
            provenance = inputs.isEmpty() ? Map.of() : source.provenance(period, inputs);
            otherKeys = others.keys(elsewhere);
            keys = new Keys(period, provenance, derivations, otherKeys);
        }

        /** Finds what is kept, from the last derivation to the first: inputs of what is kept are not needed. */
        void lookUp(Set<String> variables) {
            Set<String> read = new HashSet<>();
            derivations.forEach(r -> read.addAll(r.derivation().inputs()));
            needed.addAll(variables);
            derived.stream().filter(v -> !read.contains(v)).forEach(needed::add);
            elsewhere.keySet().stream().filter(v -> !read.contains(v)).forEach(needed::add);
            for (int d = derivations.size() - 1; d >= 0; d--) {
                Rules rules = derivations.get(d);
                if (needed.contains(rules.variable())) {
                    Optional<List<CodeSegment>> column = keepable(rules) ? kept(rules) : Optional.empty();
                    column.ifPresentOrElse(
                            segments -> kept.put(rules.variable(), segments),
                            () -> needed.addAll(rules.derivation().inputs()));
                }
            }
        }

        /** What reads one input only has no codes of its own. */
        private boolean keepable(Rules rules) {
            return rules.derivation().inputs().size() > 1;
        }

        private Optional<List<CodeSegment>> kept(Rules rules) {
            return keys.of(rules.variable()).flatMap(source::kept);
        }

        Set<String> stored() {
            Set<String> stored = new TreeSet<>(needed);
            stored.removeAll(derived);
            stored.removeAll(elsewhere.keySet());
            return stored;
        }

        boolean stillHolds() {
            return (provenance.isEmpty() || source.provenance(period, inputs).equals(provenance))
                    && others.keys(elsewhere).equals(otherKeys);
        }

        void forget(Set<String> variables) {
            kept.clear();
            keys = new Keys(period, Map.of(), List.of(), Map.of());
            needed.addAll(variables);
            derivations.forEach(r -> needed.add(r.variable()));
            needed.addAll(inputs);
            needed.addAll(elsewhere.keySet());
        }

        /** The frame with what comes from other dates; it is unavailable under its own name. */
        Frame withOthers(Frame frame) {
            Map<String, CodedColumn> columns = new HashMap<>(frame.codes());
            Set<String> unavailable = new TreeSet<>(frame.unavailable());
            for (String variable : new TreeSet<>(elsewhere.keySet())) {
                if (needed.contains(variable)) {
                    Optional<CodedColumn> column =
                            Optional.ofNullable(elsewhere.get(variable)).flatMap(others::column);
                    column.ifPresentOrElse(there -> columns.put(variable, there), () -> unavailable.add(variable));
                }
            }
            return new Frame(frame.period(), frame.rows(), columns, frame.amounts(), frame.persons(), unavailable);
        }

        Frame complete(Frame frame) {
            List<Rules> wanted = derivations.stream()
                    .filter(r -> needed.contains(r.variable()))
                    .toList();
            Map<String, CodedColumn> stored = new HashMap<>(frame.codes());
            stored.putAll(AmountClasses.columns(frame, wanted, universe, threads));
            Map<String, CodedColumn> columns = Derivations.columns(with(frame, stored), wanted, kept, threads);
            Frame complete = with(frame, columns);
            for (Rules rules : wanted) {
                if (keepable(rules) && !kept.containsKey(rules.variable()) && ownCodes(rules, complete)) {
                    keys.of(rules.variable())
                            .ifPresent(key -> source.keep(
                                    key, complete.coded(rules.variable()).segments()));
                }
            }
            return complete;
        }

        private static boolean ownCodes(Rules rules, Frame frame) {
            CodedColumn column = frame.coded(rules.variable());
            return rules.derivation().inputs().stream().map(frame::coded).noneMatch(column::sharesCodes);
        }

        private static Frame with(Frame frame, Map<String, CodedColumn> columns) {
            return new Frame(
                    frame.period(), frame.rows(), columns, frame.amounts(), frame.persons(), frame.unavailable());
        }
    }
}
