package org.ecart.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Condition.Bound;

/**
 * A value that stands for all for which the same comparisons hold.
 *
 * @param code as it would be delivered; something that no file has where only the other parts count
 * @param known neither empty nor missing
 * @param date compared with fixed dates
 * @param reckoned compared with the reference date, which is {@link #REFERENCE}: how fixed dates lie to it is left open
 */
record Specimen(
        String code,
        boolean known,
        Optional<BigDecimal> number,
        Optional<LocalDate> date,
        Optional<LocalDate> reckoned) {
    /** Any day would do; far from 29 February, so that years are as good as equally long. */
    private static final LocalDate REFERENCE = LocalDate.of(2001, 6, 15);

    private static final String OTHER = "\0";

    /** Values enough for every way in which these comparisons of one variable can turn out together. */
    static List<Specimen> of(Set<Condition> comparisons, Optional<RulesCheck.Values> values) {
        boolean closed = values.filter(RulesCheck.Values::closed).isPresent();
        List<Specimen> all = new ArrayList<>();
        if (!closed) {
            all.add(plain(Category.UNKNOWN, false));
            all.add(plain(Category.NO_RECORD, false));
            all.add(plain(OTHER, false));
            all.add(plain(OTHER, true));
        }
        List<LocalDate> reckoned = reckonedBounds(comparisons);
        for (String code : codes(comparisons, values)) {
            Optional<Category> category = values.flatMap(v ->
                    v.categories().stream().filter(c -> c.code().equals(code)).findFirst());
            if (category.isEmpty() || category.get().missing()) {
                all.add(plain(code, false));
            }
            if (category.isEmpty() || !category.get().missing()) {
                all.addAll(written(code, reckoned));
            }
        }
        if (!closed) {
            numbers(comparisons)
                    .forEach(n ->
                            all.add(new Specimen(OTHER, true, Optional.of(n), Optional.empty(), Optional.empty())));
            for (LocalDate date : fixedBounds(comparisons)) {
                all.addAll(dated(OTHER, date, reckoned));
            }
        }
        return all;
    }

    /** The codes that a comparison names. */
    static Set<String> codes(Condition part) {
        if (part instanceof Condition.In in) {
            return Set.copyOf(in.codes());
        }
        return part instanceof Condition.NotIn in ? Set.copyOf(in.codes()) : Set.of();
    }

    /** @param codes those that {@code part} names */
    boolean meets(Condition part, Set<String> codes) {
        if (part instanceof Condition.All) {
            return true;
        }
        if (part instanceof Condition.Known) {
            return known;
        }
        if (part instanceof Condition.Recorded) {
            return !code.equals(Category.NO_RECORD);
        }
        if (part instanceof Condition.In) {
            return codes.contains(code);
        }
        if (part instanceof Condition.NotIn) {
            return known && !codes.contains(code);
        }
        if (part instanceof Condition.Until until) {
            return date.filter(d -> !d.isAfter(until.day())).isPresent();
        }
        Condition.Compare compare = (Condition.Compare) part;
        return known
                && compared(compare.bound()).filter(compare.comparison()::holds).isPresent();
    }

    private Optional<Integer> compared(Bound bound) {
        if (bound instanceof Bound.Number limit) {
            return number.map(n -> n.compareTo(limit.value()));
        }
        return bound instanceof Bound.Date limit
                ? date.map(d -> d.compareTo(limit.date()))
                : reckoned.map(d -> ((Bound.ReferenceDate) bound).compare(d, REFERENCE));
    }

    private static Specimen plain(String code, boolean known) {
        return new Specimen(code, known, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<Specimen> written(String code, List<LocalDate> reckoned) {
        try {
            return dated(code, LocalDate.parse(code), reckoned);
        } catch (DateTimeParseException noDate) {
            return List.of(new Specimen(code, true, asNumber(code), Optional.empty(), Optional.empty()));
        }
    }

    private static List<Specimen> dated(String code, LocalDate date, List<LocalDate> reckoned) {
        return reckoned.stream()
                .map(r -> new Specimen(code, true, Optional.empty(), Optional.of(date), Optional.of(r)))
                .toList();
    }

    private static Optional<BigDecimal> asNumber(String code) {
        try {
            return Optional.of(new BigDecimal(code));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Set<String> codes(Set<Condition> comparisons, Optional<RulesCheck.Values> values) {
        Set<String> codes = new TreeSet<>();
        values.ifPresent(v -> v.categories().forEach(c -> codes.add(c.code())));
        comparisons.forEach(part -> codes.addAll(codes(part)));
        if (values.filter(RulesCheck.Values::closed).isPresent()) {
            Set<String> there = new TreeSet<>();
            values.get().categories().forEach(c -> there.add(c.code()));
            codes.retainAll(there);
        }
        codes.removeAll(Set.of(Category.UNKNOWN, Category.NO_RECORD));
        return codes;
    }

    /** Each bound, between every two, and beyond both ends. */
    private static List<BigDecimal> numbers(Set<Condition> comparisons) {
        TreeSet<BigDecimal> bounds = new TreeSet<>();
        comparisons.forEach(part -> {
            if (part instanceof Condition.Compare compare && compare.bound() instanceof Bound.Number number) {
                bounds.add(number.value());
            }
        });
        List<BigDecimal> numbers = new ArrayList<>(bounds);
        for (BigDecimal bound : bounds) {
            BigDecimal next = Optional.ofNullable(bounds.higher(bound)).orElseGet(() -> bound.add(BigDecimal.TEN));
            numbers.add(bound.add(next).multiply(new BigDecimal("0.5")));
        }
        if (!bounds.isEmpty()) {
            numbers.add(bounds.first().subtract(BigDecimal.ONE));
        }
        return numbers;
    }

    private static List<LocalDate> fixedBounds(Set<Condition> comparisons) {
        Set<LocalDate> bounds = new TreeSet<>();
        for (Condition part : comparisons) {
            if (part instanceof Condition.Until until) {
                bounds.add(until.day());
            } else if (part instanceof Condition.Compare compare && compare.bound() instanceof Bound.Date date) {
                bounds.add(date.date());
            }
        }
        return around(bounds);
    }

    private static List<LocalDate> reckonedBounds(Set<Condition> comparisons) {
        Set<LocalDate> bounds = new TreeSet<>();
        for (Condition part : comparisons) {
            if (part instanceof Condition.Compare compare && compare.bound() instanceof Bound.ReferenceDate years) {
                bounds.add(REFERENCE.plusYears(years.plusYears()));
            }
        }
        return around(bounds);
    }

    /** Each day with the days beside it: two bounds that are not neighbours have one between them. */
    private static List<LocalDate> around(Set<LocalDate> bounds) {
        TreeSet<LocalDate> days = new TreeSet<>();
        bounds.forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        return days.isEmpty() ? List.of(REFERENCE) : List.copyOf(days);
    }
}
