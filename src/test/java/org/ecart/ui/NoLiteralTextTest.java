package org.ecart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No view says anything that is not translated. */
class NoLiteralTextTest {
    private static final String CONTROLS = "Label|Text|Button|ToggleButton|CheckBox|RadioButton|Hyperlink|MenuButton"
            + "|SplitMenuButton|Menu|MenuItem|CheckMenuItem|RadioMenuItem|TitledPane|Tab|Tooltip|TableColumn|TextField"
            + "|TextArea|Alert|ButtonType";
    private static final String SETTERS = "setText|setPromptText|setAccessibleText|setAccessibleHelp|setTitle"
            + "|setHeaderText|setContentText|setAccessibleRoleDescription";

    /** A literal with a letter in it, where a text is expected. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?:new (?:" + CONTROLS + ")(?:<[^>]*>)?|(?:" + SETTERS + "))\\(\\s*\"[^\"]*\\p{L}[^\"]*\"");

    @Test
    void viewsHoldNoLiteralText() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "org", "ecart", "ui"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
                Matcher literals = LITERAL.matcher(Files.readString(source));
                while (literals.find()) {
                    found.add(source.getFileName() + ": " + literals.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aLiteralIsSeen() {
        assertThat(LITERAL.matcher("new Label(\"Rows\")").find()).isTrue();
        assertThat(LITERAL.matcher("title.setText( \"Rows\" + n)").find()).isTrue();
        assertThat(LITERAL.matcher("x.setText(\"\"); y.setText(\"×\"); new Label(texts.get(\"ui.x\"))")
                        .find())
                .isFalse();
    }
}
