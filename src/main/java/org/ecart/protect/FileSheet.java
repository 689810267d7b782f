package org.ecart.protect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ecart.i18n.Numbers;
import org.ecart.model.AuditReport.Interval;
import org.ecart.model.AuditReport.LeftOut;
import org.ecart.model.Category;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.PublishedTable.Cell;
import org.ecart.model.Status;
import org.ecart.model.Value;
import org.ecart.protect.FilesAudit.Asked;
import org.ecart.protect.FilesAudit.Fall;
import org.ecart.protect.FilesAudit.Reason;
import org.ecart.protect.FilesAudit.Table;
import org.ecart.protect.FilesAudit.Verdict;

/** One table of a release that is attacked by its files, with its figures among those of all. */
final class FileSheet {
    private static final int HUNDRED = 100;

    private final FileRule rule;
    private final FileFigures figures;
    private final FileAmounts amounts;
    private final FileRollUps rollUps;

    private final Table table;
    private final Asked asked;
    private final FileGroup group;
    private final Map<Cell, Integer> persons = new LinkedHashMap<>();
    private final Map<Cell, Integer> numerators = new LinkedHashMap<>();
    private final Map<List<Object>, Cell> cells = new HashMap<>();
    private final Map<List<Object>, LeftOut> kinds = new HashMap<>();
    private final Map<Cell, List<Less>> narrower = new HashMap<>();

    /**
     * The same cell of a table whose persons are among those of this one.
     *
     * @param numerator of its rate, where that is one of both
     */
    private record Less(String table, int persons, Optional<Integer> numerator) {}

    FileSheet(Table table, FileRule rule, FileFigures figures, FileAmounts amounts, FileRollUps rollUps) {
        this.rule = rule;
        this.figures = figures;
        this.amounts = amounts;
        this.rollUps = rollUps;
        this.table = table;
        this.asked = table.asked().orElse(Asked.unknown(table.id()));
        this.group = FileGroup.of(asked, table.content().variables().keySet());
        for (Cell cell : table.content().cells()) {
            cells.put(address(cell.period(), cell.codes()), cell);
            persons.put(cell, figures.number(key(cell, "")));
        }
        table.leftOut().stream()
                .filter(LeftOut::printed)
                .forEach(cell -> kinds.put(address(cell.period(), cell.codes()), cell));
    }

    private List<Object> address(Period period, Map<String, String> codes) {
        return List.of(period, new TreeMap<>(codes));
    }

    private FileFigures.Key key(Cell cell, String part) {
        return group.key(cell.period(), part, told(cell), rollUps);
    }

    /** The codes of a cell that tell something. */
    private static Map<String, String> told(Cell cell) {
        Map<String, String> codes = new TreeMap<>(cell.codes());
        codes.values().removeIf(Category.TOTAL::equals);
        return codes;
    }

    private Optional<BigDecimal> number(Cell cell, Measure measure) {
        return Optional.ofNullable(cell.values().get(measure.id())).flatMap(Value::number);
    }

    private boolean leftOut(Cell cell) {
        Optional<Value> counted = Optional.ofNullable(cell.values().get(Measure.PERSONS.id()));
        return counted.isPresent()
                ? counted.get().status() == Status.CONFIDENTIAL
                : cell.values().values().stream().allMatch(v -> v.status() == Status.CONFIDENTIAL);
    }

    void learnPersons() {
        for (Cell cell : table.content().cells()) {
            number(cell, Measure.PERSONS).ifPresent(n -> figures.know(figure(cell), n.longValue(), n.longValue()));
        }
    }

    /** Takes printed rates, where each of them can be one of whole persons: weighted ones cannot. */
    void learnRates() {
        Map<Cell, long[]> ranges = new LinkedHashMap<>();
        boolean whole = asked.rate().isPresent();
        for (Cell cell : table.content().cells()) {
            OptionalLong all = figures.printed(figure(cell));
            Optional<BigDecimal> rate = number(cell, Measure.RATE);
            if (whole && rate.isPresent() && all.isPresent()) {
                Optional<long[]> range = numerators(rate.get(), all.getAsLong());
                range.ifPresent(r -> ranges.put(cell, r));
                whole = range.isPresent();
            }
        }
        if (whole) {
            for (Cell cell : table.content().cells()) {
                numerators.put(cell, figures.number(key(cell, asked.rate().orElse(""))));
            }
            ranges.forEach((cell, range) -> figures.know(numerator(cell), range[0], range[1]));
        }
    }

    void learnAmounts() {
        asked.sum().ifPresent(of -> table.content().cells().forEach(cell -> amount(cell)
                .ifPresent(amount -> amounts.know(key(cell, of), amount))));
    }

    /** A printed sum; where there is nobody to have any of it, nothing. */
    private Optional<BigDecimal> amount(Cell cell) {
        return Optional.ofNullable(cell.values().get(Measure.AMOUNT.id()))
                .flatMap(value ->
                        value.status() == Status.NOT_APPLICABLE ? Optional.of(BigDecimal.ZERO) : value.number());
    }

    private int figure(Cell cell) {
        return persons.getOrDefault(cell, 0);
    }

    private int numerator(Cell cell) {
        return numerators.getOrDefault(cell, 0);
    }

    /** The numerators that a printed rate of so many may come from. */
    private Optional<long[]> numerators(BigDecimal rate, long all) {
        int decimals = table.content().decimals().getOrDefault(Measure.RATE.id(), 1);
        BigDecimal half = BigDecimal.ONE.movePointLeft(decimals);
        long from = share(rate.subtract(half), all) - 1;
        long to = share(rate.add(half), all) + 1;
        long first = -1;
        long last = -1;
        for (long k = Math.max(0, from); k <= Math.min(all, to) && all > 0; k++) {
            BigDecimal exact = BigDecimal.valueOf(HUNDRED * k).divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
            if (Numbers.rounded(exact, decimals).compareTo(rate) == 0) {
                first = first < 0 ? k : first;
                last = k;
            }
        }
        return first < 0 ? Optional.empty() : Optional.of(new long[] {first, last});
    }

    private static long share(BigDecimal rate, long all) {
        return rate.multiply(BigDecimal.valueOf(all))
                .divide(BigDecimal.valueOf(HUNDRED), 0, RoundingMode.FLOOR)
                .longValue();
    }

    /** Adds that there are no fewer here than in the same cell of a table whose persons are among those of this one. */
    void link(FileSheet narrow) {
        if (narrow == this || !narrow.group.within(group)) {
            return;
        }
        Set<String> variables = narrow.table.content().variables().keySet();
        boolean rates = !numerators.isEmpty()
                && !narrow.numerators.isEmpty()
                && asked.rate().equals(narrow.asked.rate());
        for (Cell cell : table.content().cells()) {
            Map<String, String> codes = told(cell);
            FileFigures.Key there = narrow.group.key(cell.period(), "", codes, rollUps);
            boolean fewer = !there.equals(key(cell, ""))
                    && narrow.group.allows(codes)
                    && narrow.group.determined(codes).containsAll(group.determined(codes));
            if (fewer && (figures.find(there).isPresent() || rollUps.tell(codes, variables))) {
                int persons = figures.number(there);
                figures.sum(figure(cell), List.of(persons), false);
                Optional<Integer> part = Optional.empty();
                if (rates) {
                    int numerator = figures.number(
                            narrow.group.key(cell.period(), asked.rate().orElse(""), codes, rollUps));
                    figures.sum(numerator(cell), List.of(numerator), false);
                    figures.sum(persons, List.of(numerator), false);
                    part = Optional.of(numerator);
                }
                narrower.computeIfAbsent(cell, c -> new ArrayList<>()).add(new Less(narrow.table.id(), persons, part));
            }
        }
    }

    void addSums() {
        numerators.forEach((cell, part) -> figures.sum(figure(cell), List.of(part), false));
        table.content().variables().forEach(this::addSums);
    }

    private void addSums(String variable, List<String> codes) {
        Map<Cell, List<Cell>> lines = new LinkedHashMap<>();
        for (Cell cell : table.content().cells()) {
            if (Category.TOTAL.equals(cell.codes().get(variable))) {
                List<Cell> parts = new ArrayList<>();
                for (String code : codes) {
                    Map<String, String> part = new TreeMap<>(cell.codes());
                    part.put(variable, code);
                    Optional.ofNullable(cells.get(address(cell.period(), part))).ifPresent(parts::add);
                }
                if (!parts.isEmpty()) {
                    lines.put(cell, parts);
                }
            }
        }
        boolean equal = !asked.hidden().contains(variable)
                && lines.entrySet().stream().allMatch(line -> adds(line.getKey(), line.getValue()));
        lines.forEach((whole, parts) -> {
            figures.sum(figure(whole), parts.stream().map(this::figure).toList(), equal);
            if (!numerators.isEmpty()) {
                figures.sum(
                        numerator(whole), parts.stream().map(this::numerator).toList(), equal);
            }
        });
        asked.sum().filter(of -> !asked.hidden().contains(variable)).ifPresent(of -> {
            Map<FileFigures.Key, List<FileFigures.Key>> made = new LinkedHashMap<>();
            lines.forEach((whole, parts) -> made.put(
                    key(whole, of), parts.stream().map(part -> key(part, of)).toList()));
            amounts.sums(made, table.content().decimals().getOrDefault(Measure.AMOUNT.id(), 0));
        });
    }

    /** Whether the printed persons add up to the printed total, as far as all are printed. */
    private boolean adds(Cell whole, List<Cell> parts) {
        long sum = 0;
        for (Cell part : parts) {
            OptionalLong printed = figures.printed(figure(part));
            if (printed.isEmpty()) {
                return true;
            }
            sum += printed.getAsLong();
        }
        OptionalLong total = figures.printed(figure(whole));
        return total.isEmpty() || total.getAsLong() == sum;
    }

    Verdict verdict() {
        List<Fall> falls = new ArrayList<>();
        int printed = 0;
        int leftOut = 0;
        int unsolved = 0;
        for (Cell cell : table.content().cells()) {
            if (leftOut(cell)) {
                leftOut++;
                Optional<Boolean> falling = falls(cell);
                unsolved += falling.isEmpty() ? 1 : 0;
                if (falling.orElse(false)) {
                    falls.add(new Fall(cell.period(), cell.codes(), Reason.COMPUTED, Optional.empty()));
                }
            } else {
                printed++;
                if (!table.content().isProtected() || printedUnsafe(cell)) {
                    falls.add(new Fall(cell.period(), cell.codes(), Reason.PRINTED, Optional.empty()));
                } else {
                    narrower.getOrDefault(cell, List.of()).stream()
                            .filter(less -> unsafeWithout(cell, less))
                            .findFirst()
                            .ifPresent(less -> falls.add(new Fall(
                                    cell.period(), cell.codes(), Reason.DIFFERENCE, Optional.of(less.table()))));
                }
            }
        }
        boolean rates = !numerators.isEmpty() || !table.content().decimals().containsKey(Measure.RATE.id());
        return new Verdict(table.id(), printed, leftOut, rates, unsolved, falls);
    }

    private boolean printedUnsafe(Cell cell) {
        if (number(cell, Measure.PERSONS).filter(n -> rule.small(n.longValue())).isPresent()) {
            return true;
        }
        OptionalLong all = figures.printed(figure(cell));
        Optional<BigDecimal> rate = number(cell, Measure.RATE);
        if (rate.isEmpty() || all.isEmpty() || numerators.isEmpty()) {
            return false;
        }
        Optional<long[]> range = numerators(rate.get(), all.getAsLong());
        return range.isPresent() && rule.everyUnsafe(range.get(), all.getAsLong());
    }

    /** Whether printed figures leave an unsafe number of persons as their difference. */
    private boolean unsafeWithout(Cell cell, Less less) {
        OptionalLong all = figures.printed(figure(cell));
        OptionalLong part = figures.printed(less.persons());
        if (all.isEmpty() || part.isEmpty()) {
            return false;
        }
        long left = all.getAsLong() - part.getAsLong();
        if (rule.small(left)) {
            return true;
        }
        Optional<long[]> here = numerators.isEmpty() ? Optional.empty() : figures.range(numerator(cell));
        Optional<long[]> there = less.numerator().flatMap(figures::range);
        return left > 0
                && here.isPresent()
                && there.isPresent()
                && rule.everyUnsafe(
                        new long[] {
                            Math.max(0, here.get()[0] - there.get()[1]), Math.min(left, here.get()[1] - there.get()[0])
                        },
                        left);
    }

    /** Whether a cell that is left out can be computed; none where that was not found out. */
    private Optional<Boolean> falls(Cell cell) {
        Optional<LeftOut> why = Optional.ofNullable(kinds.get(address(cell.period(), cell.codes())));
        if (amountIsKnown(cell)
                && why.filter(w -> w.knownAnyway().contains("A")).isEmpty()) {
            return Optional.of(true);
        }
        // A rate that could not be taken apart is always left to guess.
        boolean everything =
                !numerators.isEmpty() || !table.content().decimals().containsKey(Measure.RATE.id());
        Map<Quantity, Interval> known = new TreeMap<>();
        int all = figure(cell);
        Optional<Interval> everybody = figures.interval(all, Optional.empty());
        everybody.ifPresent(i -> known.put(Quantity.PERSONS, i));
        asked.rate().flatMap(rate -> everybody).ifPresent(i -> known.put(Quantity.TOTAL, i));
        if (!numerators.isEmpty()) {
            int part = numerator(cell);
            figures.interval(part, Optional.empty()).ifPresent(i -> known.put(Quantity.NUMERATOR, i));
            figures.interval(all, Optional.of(part)).ifPresent(i -> known.put(Quantity.REST, i));
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(rule.falls(known, why, everything));
    }

    /** Whether a sum that is left out follows from others. */
    private boolean amountIsKnown(Cell cell) {
        boolean hidden = Optional.ofNullable(cell.values().get(Measure.AMOUNT.id()))
                .filter(value -> value.status() == Status.CONFIDENTIAL)
                .isPresent();
        return hidden && asked.sum().filter(of -> amounts.knows(key(cell, of))).isPresent();
    }
}
