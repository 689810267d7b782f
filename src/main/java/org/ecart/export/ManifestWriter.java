package org.ecart.export;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What a release was made from and which files it has, with their SHA-256: {@code ecart/manifest}. */
public final class ManifestWriter {
    private ManifestWriter() {}

    /**
     * The manifest as JSON text.
     *
     * @param extracts for each extract and date the SHA-256 of the delivered file
     * @param files for each file of the release, by its path inside, its SHA-256
     */
    public static String text(String study, Map<String, String> extracts, Map<String, String> files)
            throws IOException {
        ObjectNode manifest = JsonNodeFactory.instance
                .objectNode()
                .put("format", "ecart/manifest")
                .put("version", 1)
                .put("study", study);
        ObjectNode from = manifest.putObject("extracts");
        new TreeMap<>(extracts).forEach(from::put);
        ObjectNode made = manifest.putObject("files");
        new TreeMap<>(files).forEach(made::put);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return JsonMapper.builder().build().writer(printer).writeValueAsString(manifest) + "\n";
    }
}
