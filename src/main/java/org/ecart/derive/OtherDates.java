package org.ecart.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.DerivedKey;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.PersonSegment;
import org.ecart.frame.Persons;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Rules;

/** What the persons of one date have at others (docs/decisions/0015). */
final class OtherDates {
    private final FrameSource here;
    private final FrameSource source;
    private final int threads;
    private final Period period;
    private final List<Rules> derivations;

    /**
     * @param here who has the persons of the date
     * @param source who has those of the others
     * @param derivations of all that is read at any date, inputs before what reads them
     */
    OtherDates(FrameSource here, FrameSource source, int threads, Period period, List<Rules> derivations) {
        this.here = here;
        this.source = source;
        this.threads = threads;
        this.period = period;
        this.derivations = derivations;
    }

    /** The partitions whose persons are met, by date: as long as they are the same, rows of different dates fit. */
    Map<Period, Optional<Integer>> populations() {
        Set<Period> dates = new TreeSet<>();
        for (Rules rules : derivations) {
            if (rules.derivation() instanceof AtDate at) {
                Period other = at.shift().from(period);
                dates.add(other);
                at.also().ifPresent(also -> dates.add(also.shift().from(other)));
            }
        }
        Map<Period, Optional<Integer>> populations = new TreeMap<>();
        dates.forEach(date -> populations.put(date, population(source, date)));
        populations.put(period, population(here, period));
        return populations;
    }

    private static Optional<Integer> population(FrameSource of, Period date) {
        return of.persons(date).flatMap(Persons::population);
    }

    /** What each of these is known by; nothing of those that cannot be told from others. */
    Map<String, DerivedKey> keys(Map<String, Rules> elsewhere) {
        Map<String, DerivedKey> keys = new HashMap<>();
        elsewhere.forEach((variable, rules) -> key(rules).ifPresent(key -> keys.put(variable, key)));
        return keys;
    }

    private Optional<DerivedKey> key(Rules rules) {
        AtDate at = (AtDate) rules.derivation();
        Period other = at.shift().from(period);
        Optional<Integer> own = population(here, period);
        Optional<Integer> there = population(source, other);
        if (own.isEmpty() || there.isEmpty() || at.also().isPresent()) {
            return Optional.empty();
        }
        List<Rules> behind = Needed.behind(at.variable(), derivations);
        Needed needed = Needed.at(Set.of(at.variable()), behind);
        Set<String> stored = new TreeSet<>(Set.of(at.variable()));
        needed.ofDate().forEach(r -> stored.addAll(r.derivation().inputs()));
        behind.forEach(r -> stored.remove(r.variable()));
        Keys keys = new Keys(
                other,
                source.provenance(other, stored),
                needed.ofDate(),
                new OtherDates(source, source, threads, other, behind).keys(needed.elsewhere()));
        return keys.column(at.variable()).map(read -> Keys.elsewhere(rules, at, own.get(), there.get(), read));
    }

    /** The column of what reads another date; none where that date was not delivered, or lacks the variable. */
    Optional<CodedColumn> column(Rules rules) {
        AtDate at = (AtDate) rules.derivation();
        Period other = at.shift().from(period);
        Optional<Persons> own = here.persons(period);
        Optional<Persons> there = source.persons(other);
        if (own.isEmpty() || there.isEmpty()) {
            return Optional.empty();
        }
        Optional<DerivedKey> before = key(rules);
        FrameSource counted = at.also()
                .map(also -> BothDates.of(
                        source, other, also.shift().from(other), Optional.empty(), also.carried(), threads))
                .orElse(source);
        Frame frame = new DerivedFrames(counted, source, threads)
                .frame(other, Set.of(at.variable()), Needed.behind(at.variable(), derivations), Condition.ALL);
        if (!frame.unavailable().isEmpty()) {
            return Optional.empty();
        }
        CodedColumn read = frame.coded(at.variable());
        Dictionary dictionary = withAbsent(read.dictionary(), at.absent());
        if (here == counted && other.equals(period)) {
            // Everybody is met in his own row: no codes of its own.
            return Optional.of(new CodedColumn(dictionary, missing(rules, read), read.segments(), read.places()));
        }
        // An import in between would have it kept under the name of another column.
        Optional<DerivedKey> key = before.filter(k -> key(rules).equals(before));
        List<CodeSegment> segments = key.flatMap(source::kept).orElseGet(() -> {
            List<PersonSegment> persons =
                    counted.persons(other).orElseThrow().rows().get();
            List<CodeSegment> made = new SamePersons(own.get().rows().get(), persons).align(read, threads);
            key.ifPresent(k -> source.keep(k, made));
            return made;
        });
        // The codes of the segments go by the dictionary of the other date, which only grows.
        int[] places = new int[read.dictionary().size() + 1];
        Arrays.setAll(places, code -> code - 1);
        places[SamePersons.ABSENT] = Places.of(dictionary, at.absent());
        return Optional.of(new CodedColumn(dictionary, missing(rules, read), segments, places));
    }

    private static Dictionary withAbsent(Dictionary dictionary, String absent) {
        List<String> values = new ArrayList<>(dictionary.values());
        if (!values.contains(absent)) {
            values.add(absent);
        }
        return new Dictionary(values);
    }

    private static Set<String> missing(Rules rules, CodedColumn read) {
        Set<String> missing = new HashSet<>(read.missing());
        rules.categories().stream()
                .filter(Category::missing)
                .map(Category::code)
                .forEach(missing::add);
        return missing;
    }
}
