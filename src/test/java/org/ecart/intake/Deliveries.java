package org.ecart.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.Dictionary;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Category;
import org.ecart.model.CodeList;
import org.ecart.model.Codebook;
import org.ecart.model.Extract;
import org.ecart.model.Labels;
import org.ecart.model.Progress;
import org.ecart.model.Variable;
import org.ecart.model.Variable.Role;
import org.ecart.model.Variable.Type;

/** A small codebook, and deliveries under it that are read back as texts. */
public final class Deliveries {
    private Deliveries() {}

    /** Persons by date with a wage and a weight; kinship without date; jobs by date. */
    public static Codebook codebook() {
        return codebook(List.of(
                variable("person", Role.PERSON, Type.CODE),
                variable("period", Role.PERIOD, Type.DATE),
                listed("sex", "sex"),
                variable("birth", Role.DIMENSION, Type.INTEGER),
                variable("entered", Role.DIMENSION, Type.DATE),
                variable("wage", Role.AMOUNT, Type.DECIMAL),
                variable("weight", Role.WEIGHT, Type.DECIMAL),
                variable("father", Role.DIMENSION, Type.CODE),
                variable("mother", Role.DIMENSION, Type.CODE),
                variable("job", Role.DIMENSION, Type.CODE)));
    }

    public static Codebook codebook(List<Variable> variables) {
        return new Codebook(
                "small",
                "1",
                Labels.same("Small"),
                Labels.same("Source"),
                Optional.empty(),
                List.of(new CodeList(
                        "sex",
                        List.of(
                                Category.of("F", Labels.same("women")),
                                Category.of("M", Labels.same("men")),
                                new Category("9", Labels.same("not known"), false, true)))),
                variables,
                List.of(
                        extract(
                                "population",
                                true,
                                true,
                                "person",
                                "period",
                                "sex",
                                "birth",
                                "entered",
                                "wage",
                                "weight"),
                        extract("kinship", false, false, "person", "father", "mother"),
                        extract("work", false, true, "person", "period", "job")));
    }

    public static Variable variable(String id, Role role, Type type) {
        return new Variable(id, Labels.same(id), role, type, Optional.empty());
    }

    public static Variable listed(String id, String list) {
        return new Variable(id, Labels.same(id), Role.DIMENSION, Type.CODE, Optional.of(list));
    }

    /** An extract whose columns are named as their variables, in capitals as an alias. */
    public static Extract extract(String id, boolean population, boolean dated, String... variables) {
        List<Extract.Column> columns = new ArrayList<>();
        for (String variable : variables) {
            columns.add(new Extract.Column(variable, variable, List.of("OLD_" + variable)));
        }
        return new Extract(id, Labels.same(id), population, dated, columns);
    }

    public static Path file(Path folder, String text) throws IOException {
        Path path = Files.createTempFile(folder, "delivered", ".csv");
        return Files.writeString(path, text, StandardCharsets.UTF_8);
    }

    static Intake.Result read(Path folder, String text) throws IOException {
        return read(new Intake.Request(
                file(folder, text),
                codebook(),
                Dialect.Said.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    static Intake.Result read(Intake.Request request) {
        return Intake.read(request, new Intake.Known(ByteIndex.large(), new HashMap<>()), Progress.NONE);
    }

    /** The codes of a variable in the order of the persons' numbers, "_U" for an empty field. */
    static List<String> codes(Path folder, String text, String variable) throws IOException {
        Map<String, GrowingDictionary> dictionaries = new HashMap<>();
        Intake.Result result = Intake.read(
                new Intake.Request(
                        file(folder, text),
                        codebook(),
                        Dialect.Said.NOTHING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Intake.Known(ByteIndex.large(), dictionaries),
                Progress.NONE);
        List<String> values =
                Optional.ofNullable(dictionaries.get(variable)).orElseThrow().values();
        Dictionary dictionary = new Dictionary(values);
        List<String> codes = new ArrayList<>();
        for (PartitionDraft draft : result.partitions()) {
            for (CodeSegment segment : draft.codes(variable)) {
                for (int row = 0; row < segment.length(); row++) {
                    codes.add(dictionary.code(segment.at(row)));
                }
            }
        }
        return codes;
    }

    /** The amounts of a variable of the only date. */
    static AmountColumn amounts(Intake.Result result, String variable) {
        return result.partitions().get(0).amounts(variable);
    }
}
