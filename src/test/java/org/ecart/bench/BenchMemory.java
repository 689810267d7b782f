package org.ecart.bench;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecart.derive.DerivedFrames;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.PersonSegment;
import org.ecart.frame.Persons;
import org.ecart.model.Period;
import org.ecart.model.Query;

/** What questions over time keep in memory: columns that are read, columns that are made, and the persons of each date. */
final class BenchMemory implements FrameSource {
    private final FrameSource source;
    private final Set<CodeSegment> columns = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<PersonSegment> persons = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Period> dates = new HashSet<>();
    private long rows;

    BenchMemory(FrameSource source) {
        this.source = source;
    }

    /** The bytes of all columns that these questions need, those of persons included, beside two of one byte a year. */
    static double besideTwoColumns(FrameSource source, int threads, List<Query> queries) {
        BenchMemory memory = new BenchMemory(source);
        for (Query query : queries) {
            Set<String> variables = new HashSet<>(query.dimensions());
            variables.addAll(query.universe().variables());
            Frame frame = new DerivedFrames(memory, threads)
                    .frame(query.source(), variables, query.derivations(), query.universe());
            frame.codes().values().forEach(memory::note);
        }
        long bytes = memory.columns.stream()
                        .mapToLong(s -> (long) s.length() * s.width())
                        .sum()
                + memory.persons.stream().mapToLong(PersonSegment::bytes).sum();
        return bytes / (2.0 * memory.rows);
    }

    private void note(CodedColumn column) {
        columns.addAll(column.segments());
    }

    @Override
    public Frame frame(Period period, Set<String> variables) {
        Frame frame = source.frame(period, variables);
        frame.codes().values().forEach(this::note);
        rows += dates.add(period) ? frame.rows() : 0;
        return frame;
    }

    @Override
    public Optional<Persons> persons(Period period) {
        return source.persons(period).map(p -> new Persons(p.population(), () -> noted(p)));
    }

    private List<PersonSegment> noted(Persons of) {
        List<PersonSegment> read = of.rows().get();
        persons.addAll(read);
        return read;
    }
}
