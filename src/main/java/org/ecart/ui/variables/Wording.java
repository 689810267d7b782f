package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ecart.model.Category;
import org.ecart.model.Language;
import org.ecart.model.Variable;
import org.ecart.ui.text.Texts;

/** Sentences of this screen in the language of the interface. */
final class Wording {
    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    /** EN: the same in every language. */
    static String head(Language language) {
        return language.code().toUpperCase(Locale.ROOT);
    }

    String summary(List<Entry> all) {
        long derived =
                all.stream().filter(e -> e.source() instanceof Entry.Derived).count();
        return texts.get("ui.variables.summary", all.size(), derived);
    }

    String label(Entry entry) {
        return texts.get(entry.labels());
    }

    String heading(Entry entry) {
        String label = label(entry);
        return label.equals(entry.id()) ? label : label + " (" + entry.id() + ")";
    }

    /** How many codes there are; nothing where there is no list. */
    String codes(Entry entry) {
        return entry.codes().isEmpty()
                ? ""
                : texts.numbers().whole(entry.codes().size());
    }

    String description(Entry entry) {
        if (entry.source() instanceof Entry.Derived derived) {
            List<String> sentences = new ArrayList<>();
            String inputs = derived.inputs().stream().map(texts::get).collect(Collectors.joining(", "));
            sentences.add(texts.get("ui.variables.derived.by", derived.set(), derived.edition(), inputs));
            if (!derived.others().isEmpty()) {
                sentences.add(texts.get("ui.variables.derived.others", String.join(", ", derived.others())));
            }
            return String.join(" ", sentences);
        }
        return entry.source() instanceof Entry.Stored stored
                ? kind(stored) + " \u00b7 " + texts.get(stored.extract())
                : "";
    }

    private String kind(Entry.Stored stored) {
        Enum<?> kind = stored.role() == Variable.Role.DIMENSION ? stored.type() : stored.role();
        return texts.get("ui.variables.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** How many labels lack a translation; nothing where none does. */
    String lacking(Entry entry) {
        return entry.untranslated() == 0 ? "" : texts.get("ui.variables.untranslated", entry.untranslated());
    }

    String remark(Category category) {
        if (category.missing()) {
            return texts.get("ui.variables.remark.missing");
        }
        return category.undetermined() ? texts.get("ui.variables.remark.undetermined") : "";
    }
}
