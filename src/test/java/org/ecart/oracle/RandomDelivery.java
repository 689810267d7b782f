package org.ecart.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ecart.model.Category;
import org.ecart.model.CodeList;
import org.ecart.model.Codebook;
import org.ecart.model.Extract;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Variable;
import org.ecart.model.Variable.Role;
import org.ecart.model.Variable.Type;

/**
 * A random codebook and files under it: a dated population, an undated extract (like kinship) and a dated one (like the
 * labour market), with empty fields, codes that are in no list, persons without rows and rows without persons.
 */
final class RandomDelivery {
    static final List<Period> PERIODS = List.of(Period.ofYear(2013), new Period(LocalDate.of(2016, 2, 29)));

    /** An amount, of which some are negative and some not known. */
    static final String WAGE = "wage";

    private static final List<String> CODES = List.of(
            "01", "1", "A", "b", "two words", "d'or", "say \"x\"", "é;ü", "x,y|z", "999", " pad ", "line\nbreak");

    private final Random random;
    private final int persons;
    private final List<Period> periods;
    /** Whether persons come and go, and a file may lack a date. */
    private final boolean restless;

    private final Map<String, List<String>> pools = new LinkedHashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<CodeList> codeLists = new ArrayList<>();
    private final Codebook codebook;
    private final List<DeliveredFile> files = new ArrayList<>();

    RandomDelivery(Random random, int persons) {
        this(random, persons, PERIODS, false);
    }

    /** Persons who come and go over some dates, of which any file but that of the population may lack any. */
    static RandomDelivery overTime(Random random, int persons, List<Period> periods) {
        return new RandomDelivery(random, persons, periods, true);
    }

    private RandomDelivery(Random random, int persons, List<Period> periods, boolean restless) {
        this.random = random;
        this.persons = persons;
        this.periods = List.copyOf(periods);
        this.restless = restless;
        variables.add(new Variable("person", label(), Role.PERSON, Type.CODE, Optional.empty()));
        variables.add(new Variable("period", label(), Role.PERIOD, Type.DATE, Optional.empty()));
        Extract population = extract("population", true, true, populationExtras());
        Extract kin = extract("kin", false, false, List.of());
        Extract work = extract("work", false, true, List.of(amount(WAGE, Role.AMOUNT)));
        codebook = new Codebook(
                "random",
                "1",
                label(),
                label(),
                Optional.empty(),
                codeLists,
                variables,
                List.of(population, kin, work));
        for (Extract extract : codebook.extracts()) {
            files.add(file(extract));
        }
    }

    List<Period> periods() {
        return periods;
    }

    Codebook codebook() {
        return codebook;
    }

    List<DeliveredFile> files() {
        return List.copyOf(files);
    }

    /** The same files with their rows in another order. */
    List<DeliveredFile> shuffled() {
        List<DeliveredFile> all = new ArrayList<>();
        for (DeliveredFile file : files) {
            List<List<String>> rows = new ArrayList<>(file.rows());
            Collections.shuffle(rows, random);
            all.add(new DeliveredFile(file.extract(), file.header(), rows));
        }
        return all;
    }

    /** The values that a coded variable may have. */
    Map<String, List<String>> pools() {
        return pools;
    }

    /** The variables that may weigh. */
    List<String> weights() {
        return variables.stream()
                .filter(v -> v.role() == Role.WEIGHT || v.role() == Role.AMOUNT)
                .map(Variable::id)
                .toList();
    }

    private List<Variable> populationExtras() {
        List<Variable> extras = new ArrayList<>();
        extras.add(new Variable("birth", label(), Role.DIMENSION, Type.INTEGER, Optional.empty()));
        pools.put("birth", List.of("1949", "1950", "1975", "1993", "1995", "2012", "19", "+1980", "0"));
        if (random.nextBoolean()) {
            extras.add(amount("persons", Role.COUNT));
        }
        if (random.nextBoolean()) {
            extras.add(amount("weight", Role.WEIGHT));
        }
        return extras;
    }

    private static Variable amount(String id, Role role) {
        return new Variable(id, label(), role, role == Role.COUNT ? Type.INTEGER : Type.DECIMAL, Optional.empty());
    }

    private Extract extract(String id, boolean population, boolean dated, List<Variable> extras) {
        List<Variable> own = new ArrayList<>(extras);
        int dimensions = 3 + random.nextInt(3);
        for (int i = 0; i < dimensions; i++) {
            own.add(dimension(id + "." + (char) ('a' + i)));
        }
        variables.addAll(own);
        List<Extract.Column> columns = new ArrayList<>();
        columns.add(new Extract.Column("person", "person", List.of()));
        if (dated) {
            columns.add(new Extract.Column("period", "period", List.of()));
        }
        own.forEach(v -> columns.add(new Extract.Column(v.id(), v.id(), List.of())));
        return new Extract(id, label(), population, dated, columns);
    }

    private Variable dimension(String id) {
        int kind = random.nextInt(6);
        if (kind == 0) {
            pools.put(id, List.of("-3", "0", "1", "007", "7", "+12", "999", "64"));
            return new Variable(id, label(), Role.DIMENSION, Type.INTEGER, Optional.empty());
        }
        if (kind == 1) {
            pools.put(id, List.of("2008-12-31", "2008-02-29", "2011-02-28", "2011-03-01", "2013-12-31", "2016-02-29"));
            return new Variable(id, label(), Role.DIMENSION, Type.DATE, Optional.empty());
        }
        if (kind == 2) {
            pools.put(id, List.of("1.50", "1.5", "15e-1", "-.5", "0", "1000", "1e3"));
            return new Variable(id, label(), Role.DIMENSION, Type.DECIMAL, Optional.empty());
        }
        List<String> pool = new ArrayList<>(CODES);
        Collections.shuffle(pool, random);
        List<String> codes = pool.subList(0, 2 + random.nextInt(CODES.size() - 2));
        pools.put(id, List.copyOf(codes));
        if (kind == 3) {
            return new Variable(id, label(), Role.DIMENSION, Type.CODE, Optional.empty());
        }
        // Some codes of the file are in no list, some codes mean "not known".
        List<Category> listed = codes.stream()
                .filter(c -> random.nextInt(4) > 0)
                .map(c -> new Category(c, label(), false, random.nextInt(5) == 0))
                .toList();
        codeLists.add(new CodeList(id, listed));
        return new Variable(id, label(), Role.DIMENSION, Type.CODE, Optional.of(id));
    }

    private DeliveredFile file(Extract extract) {
        List<String> header = new ArrayList<>(
                extract.columns().stream().map(Extract.Column::variable).toList());
        // A delivery may lack a variable.
        if (!extract.population() && random.nextInt(3) == 0) {
            header.remove(header.size() - 1);
        }
        List<List<String>> rows = new ArrayList<>();
        List<Period> dates = extract.dated() ? periods : periods.subList(0, 1);
        for (Period period : dates) {
            if (restless && extract.dated() && !extract.population() && random.nextInt(8) == 0) {
                continue;
            }
            for (int p = 0; p < persons + persons / 10; p++) {
                String person = "P" + pseudonym(p);
                boolean there = extract.population() ? p < persons : random.nextInt(4) > 0;
                there &= !restless || random.nextInt(5) > 0;
                if (there) {
                    rows.add(header.stream().map(v -> value(v, person, period)).toList());
                }
            }
        }
        Collections.shuffle(rows, random);
        return new DeliveredFile(extract.id(), header, rows);
    }

    /** Not in the order of the persons' numbers. */
    private static String pseudonym(int person) {
        return Integer.toHexString(person * 0x9E3779B1);
    }

    private String value(String variable, String person, Period period) {
        return switch (variable) {
            case "person" -> person;
            case "period" -> period.toString();
            case "persons" -> Integer.toString(random.nextInt(40));
            case "weight" -> decimal();
            case WAGE -> random.nextInt(4) == 0 ? "" : (random.nextInt(5) == 0 ? "-" : "") + decimal();
            default -> code(pools.getOrDefault(variable, List.of()));
        };
    }

    private String decimal() {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt(10_000));
            case 1 -> random.nextInt(100) + "." + random.nextInt(1000);
            case 2 -> random.nextInt(10) + "." + (1_000_000_000_000L + random.nextLong(1_000_000_000_000L));
            default -> random.nextInt(100) + "e-" + random.nextInt(6);
        };
    }

    private String code(List<String> pool) {
        return random.nextInt(8) == 0 ? "" : pool.get(random.nextInt(pool.size()));
    }

    static Labels label() {
        return Labels.same("x");
    }
}
