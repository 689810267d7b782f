package org.ecart.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ecart.model.Codebook;
import org.ecart.model.Decimals;
import org.ecart.model.EcartException;
import org.ecart.model.Groups;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Mapping;
import org.ecart.model.Policy;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("docs/formats/examples");
    /** Complaints about the shape of a file, which its schema must share; others are about what its words mean. */
    private static final Set<String> STRUCTURAL = Set.of(
            "files.missing_key",
            "files.unknown_key",
            "files.one_of",
            "files.version",
            "files.empty_list",
            "files.policy.reason",
            "files.expected.object",
            "files.expected.array",
            "files.expected.string",
            "files.expected.integer",
            "files.expected.boolean");

    static Stream<Path> examples() throws IOException {
        return json(EXAMPLES);
    }

    static Stream<Path> shipped() throws IOException {
        Stream<Path> sample = json(Path.of("sample-data"))
                .filter(p -> !p.getFileName().toString().equals("code-labels.json"));
        return Stream.of(examples(), json(Path.of("resources/catalogue")), sample)
                .flatMap(s -> s);
    }

    private static Stream<Path> json(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(p -> p.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFileIsReadAndConformsToItsSchema(Path file) throws IOException {
        String format = Definitions.file(file, Definitions::validate);
        assertThat(schema(format).validate(JSON.readTree(file.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatIsWrittenIsReadBackEqual(Path file) throws IOException {
        String text = Files.readString(file);
        Object read = read(text);
        String written = write(read);
        assertThat(read(written)).isEqualTo(read);
        assertThat(write(read(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void thePageOfAFormatHoldsItsExample(Path file) throws IOException {
        String page = file.getFileName().toString().replace(".json", ".md");
        assertThat(Files.readString(EXAMPLES.resolveSibling(page)))
                .contains("```json\n" + Files.readString(file) + "```");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anUnknownKeyAnywhereIsRefusedWithItsPath(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> places = new ArrayList<>();
        inside("", JSON.readTree(text), places);
        for (String place : places) {
            JsonNode json = JSON.readTree(text);
            if (!json.at(place).isObject() || hasFreeKeys(place, json)) {
                continue;
            }
            ((ObjectNode) json.at(place)).put("surprise", 1);
            assertThat(complaint(json))
                    .as(place)
                    .hasValueSatisfying(c -> assertThat(c.key()).isEqualTo("files.unknown_key"))
                    .hasValueSatisfying(c -> assertThat(c.arguments().get(0)).isEqualTo(path(place) + ".surprise"));
            assertThat(conforms(json)).as(place).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readerAndSchemaAgreeOnEveryBrokenFile(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> places = new ArrayList<>();
        places("", JSON.readTree(text), places);
        for (String place : places) {
            for (String other : List.of("", "null", "7.5", "0", "true", "\"?!\"", "{}", "[]")) {
                JsonNode json = JSON.readTree(text);
                change(json, place, other);
                Optional<EcartException> complaint = complaint(json);
                boolean conforms = conforms(json);
                String change = place + " becomes " + (other.isEmpty() ? "absent" : other) + ": " + complaint;
                if (!conforms) {
                    assertThat(complaint).as(change).isPresent();
                }
                if (complaint.isPresent() && STRUCTURAL.contains(complaint.get().key())) {
                    assertThat(conforms).as(change).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\": \"ecart/policy\", \"version\": 1, \"id\": \"a\", \"id\": \"b\"}",
                "{\"format\": \"ecart/policy\", \"version\": 1, \"id\": \"a\"} {}",
                "{\"format\": \"ecart/policy\", \"version\": 1, \"id\": \"a\"",
                "{'format': 'ecart/policy'}",
                "policy"
            })
    void textThatIsNotStrictJsonIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> Definitions.validate(text)).isInstanceOfSatisfying(EcartException.class, e -> {
            assertThat(e.key()).isEqualTo("files.not_json");
            assertThat(e.arguments()).hasSize(2);
        });
    }

    @Test
    void aLaterVersionIsRefused() {
        assertThatThrownBy(() -> Definitions.validate("{\"format\": \"ecart/policy\", \"version\": 2, \"new\": {}}"))
                .isInstanceOfSatisfying(EcartException.class, e -> {
                    assertThat(e.key()).isEqualTo("files.version");
                    assertThat(e.arguments()).containsExactly(2, 1);
                });
    }

    @Test
    void anotherFormatIsRefusedWithTheOneThatWasExpected() {
        assertThatThrownBy(() -> Definitions.study("{\"format\": \"ecart/policy\", \"version\": 1, \"id\": \"a\"}"))
                .isInstanceOfSatisfying(EcartException.class, e -> {
                    assertThat(e.key()).isEqualTo("files.one_of");
                    assertThat(e.arguments()).containsExactly("$.format", "ecart/policy", "ecart/study");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "{\"union\": []}"})
    void groupingsMustBeObjects(String groupings) throws IOException {
        JsonNode json = JSON.readTree(EXAMPLES.resolve("rules.json").toFile());
        ((ObjectNode) json).set("groupings", JSON.readTree(groupings));
        assertThat(complaint(json)).hasValueSatisfying(c -> assertThat(c.key()).isEqualTo("files.expected.object"));
    }

    @Test
    void aFileMayBeginWithAByteOrderMark(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("policy.json");
        Files.writeString(file, "\uFEFF" + Files.readString(EXAMPLES.resolve("policy.json")));
        assertThat(Definitions.file(file, Definitions::policy).threshold()).isEqualTo(10);
    }

    @Test
    void aComplaintNamesTheFile(@TempDir Path folder) {
        Path absent = folder.resolve("absent.json");
        assertThatThrownBy(() -> Definitions.file(absent, Definitions::study))
                .isInstanceOfSatisfying(EcartException.class, e -> {
                    assertThat(e.key()).isEqualTo("files.file");
                    assertThat(e.arguments().get(0)).isEqualTo(absent.toString());
                    assertThat(((EcartException) e.arguments().get(1)).key()).isEqualTo("files.no_file");
                });
    }

    private static Object read(String text) throws IOException {
        return switch (JSON.readTree(text).get("format").textValue()) {
            case "ecart/codebook" -> Definitions.codebook(text);
            case "ecart/rules" -> Definitions.rules(text);
            case "ecart/groups" -> Definitions.groups(text);
            case "ecart/policy" -> Definitions.policy(text);
            case "ecart/study" -> Definitions.study(text);
            case "ecart/mapping" -> Definitions.mapping(text);
            default -> studyOf(Definitions.indicators(text));
        };
    }

    /** Indicators are written only inside a study. */
    private static Study studyOf(List<Indicator> indicators) {
        return new Study(
                "indicators",
                Labels.same("indicators"),
                List.of(Language.EN),
                Policy.DEFAULT,
                Decimals.DEFAULT,
                Map.of(),
                List.of(),
                indicators,
                List.of(),
                List.of());
    }

    private static String write(Object definition) {
        if (definition instanceof Codebook codebook) {
            return Definitions.text(codebook);
        }
        if (definition instanceof Rules rules) {
            return Definitions.text(rules);
        }
        if (definition instanceof Groups groups) {
            return Definitions.text(groups);
        }
        if (definition instanceof Policy policy) {
            return Definitions.text(policy);
        }
        if (definition instanceof Mapping mapping) {
            return Definitions.text(mapping);
        }
        return Definitions.text((Study) definition);
    }

    private static Optional<EcartException> complaint(JsonNode json) {
        try {
            Definitions.validate(json.toString());
            return Optional.empty();
        } catch (EcartException complaint) {
            return Optional.of(complaint);
        }
    }

    private static boolean conforms(JsonNode json) throws IOException {
        String format = json.path("format").asText();
        return format.matches("ecart/(codebook|groups|indicators|mapping|policy|rules|study)")
                && schema(format.substring("ecart/".length())).validate(json).isEmpty();
    }

    private static JsonSchema schema(String format) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("resources/schema/" + format + "-1.json")));
    }

    /** Objects whose keys are names that the writer of the file gives. */
    private static boolean hasFreeKeys(String place, JsonNode json) {
        String key = place.substring(place.lastIndexOf('/') + 1);
        return Set.of("groups", "groupings", "parameters", "ruleSets", "order", "hidden")
                        .contains(key)
                || (place.equals("/columns") && json.path("format").asText().equals("ecart/mapping"));
    }

    /** JSON pointers of everything inside. */
    private static void places(String place, JsonNode json, List<String> into) {
        json.properties().forEach(e -> inside(place + "/" + e.getKey(), e.getValue(), into));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            inside(place + "/" + i, json.get(i), into);
        }
    }

    private static void inside(String place, JsonNode json, List<String> into) {
        into.add(place);
        places(place, json, into);
    }

    private static String path(String pointer) {
        return "$" + pointer.replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
    }

    private static void change(JsonNode json, String place, String other) throws IOException {
        JsonNode parent = json.at(place.substring(0, place.lastIndexOf('/')));
        String key = place.substring(place.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(key);
            if (other.isEmpty()) {
                array.remove(index);
            } else {
                array.set(index, JSON.readTree(other));
            }
        } else if (other.isEmpty()) {
            ((ObjectNode) parent).remove(key);
        } else {
            ((ObjectNode) parent).set(key, JSON.readTree(other));
        }
    }
}
