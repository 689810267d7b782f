package org.ecart.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.DerivedKey;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.PersonSegment;
import org.ecart.frame.Persons;
import org.ecart.frame.Provenance;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Period;
import org.ecart.model.Variable;

/** Frames from the database: the columns of every extract in the population's row order. */
final class Columns implements FrameSource {
    private final Codebook codebook;
    private final Partitions partitions;
    private final Segments segments;
    private final Alignments alignments;
    private final KeptColumns lasting;
    private final Keeper keeper;
    private final ColumnCache<List<CodeSegment>> codeCache;
    private final ColumnCache<AmountColumn> amountCache;
    private final ColumnCache<List<PersonSegment>> personCache;

    Columns(
            Codebook codebook,
            Partitions partitions,
            Segments segments,
            Alignments alignments,
            KeptColumns lasting,
            Keeper keeper) {
        this.lasting = lasting;
        this.keeper = keeper;
        this.codebook = codebook;
        this.partitions = partitions;
        this.segments = segments;
        this.alignments = alignments;
        // Half the heap for columns; codes get most of it, amounts are few, and persons take a bit or two each.
        long budget = Runtime.getRuntime().maxMemory() / 2;
        codeCache = new ColumnCache<>(budget * 11 / 16, Columns::bytes);
        personCache = new ColumnCache<>(
                budget / 16, c -> c.stream().mapToLong(PersonSegment::bytes).sum());
        amountCache = new ColumnCache<>(budget / 4, c -> c.segments().stream()
                .mapToLong(s -> (long) s.length() * s.width())
                .sum());
    }

    @Override
    public synchronized Frame frame(Period period, Set<String> variables) {
        Extract population = codebook.population();
        Partition base = base(period).orElseThrow(() -> noSuchPeriod(period));
        Map<String, CodedColumn> codes = new HashMap<>();
        Map<String, AmountColumn> amounts = new HashMap<>();
        Set<String> unavailable = new HashSet<>();
        for (String id : variables) {
            Variable variable = codebook.variable(id).orElseThrow(() -> EcartException.usage("store.variable", id));
            Optional<Partition> holder = holder(base, period, id);
            if (holder.isEmpty()) {
                unavailable.add(id);
            } else if (variable.coded()) {
                codes.put(id, coded(base, holder.get(), variable));
            } else {
                amounts.put(id, amount(base, holder.get(), id));
            }
        }
        Optional<AmountColumn> persons = codebook.withRole(population, Variable.Role.COUNT)
                .filter(v -> segments.holds(base.id(), v.id()))
                .map(v -> amount(base, base, v.id()));
        return new Frame(period, base.rows(), codes, amounts, persons, unavailable);
    }

    @Override
    public synchronized Map<String, Provenance> provenance(Period period, Set<String> variables) {
        Map<String, Provenance> provenance = new HashMap<>();
        base(period).ifPresent(base -> {
            for (String id : variables) {
                codebook.variable(id).filter(Variable::coded).ifPresent(variable -> holder(base, period, id)
                        .ifPresent(holder ->
                                provenance.put(id, new Provenance(base.id(), holder.id(), missing(variable)))));
            }
        });
        return provenance;
    }

    @Override
    public synchronized Optional<Persons> persons(Period period) {
        return base(period)
                .filter(Partition::keyed)
                .map(base -> new Persons(Optional.of(base.id()), () -> persons(base)));
    }

    private synchronized List<PersonSegment> persons(Partition base) {
        ColumnCache.Key place = new ColumnCache.Key(base.id(), base.id(), Segments.PERSONS);
        return personCache.get(place, () -> segments.packedPersons(base.id()));
    }

    private Optional<Partition> base(Period period) {
        Extract population = codebook.population();
        return partitions.find(population.id(), population.dated() ? Optional.of(period) : Optional.empty());
    }

    /** A derived column from memory or from the database. */
    @Override
    public synchronized Optional<List<CodeSegment>> kept(DerivedKey key) {
        ColumnCache.Key place = ColumnCache.Key.derived(key.hash());
        Optional<List<CodeSegment>> known = codeCache.find(place);
        if (known.isPresent()) {
            return known;
        }
        Optional<List<CodeSegment>> read = lasting.read(key);
        read.ifPresent(column -> {
            codeCache.put(place, column);
            keeper.touch(key);
        });
        return read;
    }

    @Override
    public synchronized void keep(DerivedKey key, List<CodeSegment> column) {
        codeCache.put(ColumnCache.Key.derived(key.hash()), column);
        keeper.keep(key, column);
    }

    private EcartException noSuchPeriod(Period period) {
        String there = partitions.published().stream()
                .filter(p -> p.extract().equals(codebook.population().id()))
                .map(p -> p.period().map(Period::toString).orElse("-"))
                .collect(Collectors.joining(", "));
        return EcartException.usage("store.period", period, there);
    }

    /** The partition that holds a variable at a date, if it was delivered. */
    private Optional<Partition> holder(Partition base, Period period, String variable) {
        return codebook.holderOf(variable).flatMap(extract -> {
            Optional<Partition> partition = extract.population()
                    ? Optional.of(base)
                    : partitions.find(extract.id(), extract.dated() ? Optional.of(period) : Optional.empty());
            // Rows without person numbers are linked to nothing.
            return partition
                    .filter(p -> extract.population() || (p.keyed() && base.keyed()))
                    .filter(p -> segments.holds(p.id(), variable));
        });
    }

    private CodedColumn coded(Partition base, Partition holder, Variable variable) {
        List<CodeSegment> column = codeCache.get(new ColumnCache.Key(base.id(), holder.id(), variable.id()), () -> {
            List<CodeSegment> own = segments.codes(holder.id(), variable.id());
            return holder.id() == base.id()
                    ? own
                    : alignments.read(base.id(), holder.id()).arrange(own, Dictionary.NO_RECORD);
        });
        return new CodedColumn(new Dictionary(segments.dictionary(variable.id())), missing(variable), column);
    }

    private Set<String> missing(Variable variable) {
        return codebook.categoriesOf(variable).stream()
                .filter(Category::missing)
                .map(Category::code)
                .collect(Collectors.toSet());
    }

    private AmountColumn amount(Partition base, Partition holder, String variable) {
        return amountCache.get(new ColumnCache.Key(base.id(), holder.id(), variable), () -> {
            AmountColumn own = segments.amounts(holder.id(), variable);
            return holder.id() == base.id()
                    ? own
                    : AmountColumn.of(
                            own.scale(), alignments.read(base.id(), holder.id()).arrangeAmounts(own.segments()));
        });
    }

    private static long bytes(List<CodeSegment> column) {
        return column.stream().mapToLong(SegmentBytes::size).sum();
    }
}
