package org.ecart.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecart.model.AuditReport;
import org.ecart.model.Codebook;
import org.ecart.model.CodebookDiff;
import org.ecart.model.Departure;
import org.ecart.model.EcartException;
import org.ecart.model.Groups;
import org.ecart.model.Indicator;
import org.ecart.model.Manifest;
import org.ecart.model.Mapping;
import org.ecart.model.Policy;
import org.ecart.model.PublishedTable;
import org.ecart.model.Rules;
import org.ecart.model.RulesCheck;
import org.ecart.model.Study;

/**
 * Reads and writes definition files. Each says its format and version: {@code {"format": "ecart/study", "version": 1}}.
 * All readers throw an {@link EcartException} of kind usage that names the place when something is wrong.
 */
public final class Definitions {
    /** The version of every format written today; a higher one in a file is refused. */
    static final int VERSION = 1;

    private static final int LARGEST = 64 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Definitions() {}

    public static Codebook codebook(String text) {
        return read(text, "codebook", CodebookJson::read);
    }

    public static Rules rules(String text) {
        return read(text, "rules", RulesJson::read);
    }

    /** A table of groups that many rule sets may share. */
    public static Groups groups(String text) {
        return read(text, "groups", GroupsJson::read);
    }

    public static Policy policy(String text) {
        return read(text, "policy", PolicyJson::read);
    }

    public static Study study(String text) {
        return read(text, "study", StudyJson::read);
    }

    /** What the attack on a release came to. */
    public static AuditReport audit(String text) {
        return read(text, "audit", AuditJson::read);
    }

    /** What is remembered of a release. */
    public static Departure departure(String text) {
        return read(text, "departure", DepartureJson::read);
    }

    /** A table as it was written. */
    public static PublishedTable table(String text) {
        return read(text, "table", TableJson::read);
    }

    /** What a release has. */
    public static Manifest manifest(String text) {
        return read(
                text,
                "manifest",
                f -> new Manifest(
                        f.required("study").text(),
                        f.required("extracts").map(Node::text),
                        f.required("files").map(Node::text)));
    }

    public static Mapping mapping(String text) {
        return read(text, "mapping", MappingJson::read);
    }

    static List<Indicator> indicators(String text) {
        return read(text, "indicators", IndicatorJson::readAll);
    }

    public static String text(Codebook codebook) {
        return JsonText.print(CodebookJson.write(codebook));
    }

    /** What differs between two codebooks, as JSON for other programs. */
    public static String text(CodebookDiff diff) {
        return JsonText.print(CodebookDiffJson.write(diff));
    }

    /**
     * A drafted codebook, each code with the rows that had it.
     *
     * @param counts by code list and code
     */
    public static String draft(Codebook codebook, Map<String, Map<String, Long>> counts) {
        return JsonText.print(CodebookJson.draft(codebook, counts));
    }

    public static String text(Rules rules) {
        return JsonText.print(RulesJson.write(rules));
    }

    public static String text(Groups groups) {
        return JsonText.print(GroupsJson.write(groups));
    }

    public static String text(Policy policy) {
        return JsonText.print(PolicyJson.write(JsonText.file("policy"), policy));
    }

    public static String text(Study study) {
        return JsonText.print(StudyJson.write(study));
    }

    public static String text(AuditReport report) {
        return JsonText.print(AuditJson.write(report));
    }

    public static String text(Departure departure) {
        return JsonText.print(DepartureJson.write(departure));
    }

    public static String text(Mapping mapping) {
        return JsonText.print(MappingJson.write(mapping));
    }

    /**
     * Reads a file of any of the formats and says which it is.
     *
     * @return "codebook", "rules", "groups", "policy", "study", "mapping" or "indicators"
     */
    public static String validate(String text) {
        String format = JsonText.parse(text).child("format").text();
        switch (format) {
            case "ecart/codebook" -> codebook(text);
            case "ecart/rules" -> RulesCheck.checkAll(List.of(rules(text)));
            case "ecart/groups" -> groups(text);
            case "ecart/policy" -> policy(text);
            case "ecart/study" -> RulesCheck.checkAll(study(text).rules());
            case "ecart/mapping" -> mapping(text);
            case "ecart/indicators" -> indicators(text);
            default ->
                throw EcartException.usage(
                        "files.one_of",
                        "$.format",
                        format,
                        "ecart/codebook, ecart/groups, ecart/indicators, ecart/mapping, ecart/policy, ecart/rules, ecart/study");
        }
        return format.substring("ecart/".length());
    }

    /** Reads a definition file and gives every complaint the file's name. */
    public static <T> T file(Path path, Function<String, T> reader) {
        try {
            return reader.apply(content(path));
        } catch (EcartException complaint) {
            throw complaint.key().equals("files.file")
                    ? complaint
                    : EcartException.usage("files.file", path.toString(), complaint);
        }
    }

    private static String content(Path path) {
        try {
            if (!Files.exists(path)) {
                throw EcartException.usage("files.no_file");
            }
            if (Files.isDirectory(path)) {
                throw EcartException.usage("files.directory");
            }
            if (Files.size(path) > LARGEST) {
                throw EcartException.usage("files.large");
            }
            String text = Files.readString(path);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notText) {
            throw EcartException.usage("files.not_utf8");
        } catch (IOException unreadable) {
            throw EcartException.usage("files.unreadable");
        }
    }

    private static <T> T read(String text, String format, Function<Fields, T> reader) {
        return JsonText.parse(text).object(fields -> {
            Node named = fields.required("format");
            if (!named.text().equals("ecart/" + format)) {
                throw EcartException.usage("files.one_of", named.path(), named.text(), "ecart/" + format);
            }
            int version = fields.required("version").integer();
            if (version != VERSION) {
                throw EcartException.usage("files.version", version, VERSION);
            }
            return reader.apply(fields);
        });
    }
}
