package org.ecart.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ecart.model.Codebook;
import org.ecart.model.CodebookDiff;
import org.ecart.model.CodebookDiff.Change;
import org.ecart.model.CodebookDiff.Edit;

/** Differences of codebooks, for other programs: {@code ecart/codebook-diff}. It is only written. */
final class CodebookDiffJson {
    private CodebookDiffJson() {}

    static ObjectNode write(CodebookDiff diff) {
        ObjectNode file = JsonText.file("codebook-diff");
        file.set("before", codebook(diff.before()));
        file.set("after", codebook(diff.after()));
        file.set("changes", JsonText.array(diff.changes(), (array, change) -> array.add(change(change))));
        return file;
    }

    private static ObjectNode codebook(Codebook codebook) {
        return JsonText.object().put("id", codebook.id()).put("edition", codebook.edition());
    }

    private static ObjectNode change(Change change) {
        ObjectNode object =
                JsonText.object().put("change", JsonText.name(change.kind())).put("part", JsonText.name(change.part()));
        object.set("path", JsonText.array(change.path(), ArrayNode::add));
        change.labels().ifPresent(labels -> object.set("labels", JsonText.labels(labels)));
        change.edit().ifPresent(edit -> put(edit, object));
        return object;
    }

    private static void put(Edit edit, ObjectNode object) {
        object.put("property", JsonText.name(edit.property()));
        edit.language().ifPresent(language -> object.put("language", language.code()));
        edit.before().ifPresent(text -> object.put("before", text));
        edit.after().ifPresent(text -> object.put("after", text));
    }
}
