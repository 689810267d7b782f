package org.ecart.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private final Messages shipped = Messages.load();

    @Test
    void allLanguagesHaveTheSameKeysAndPlaceholders() {
        Set<String> keys = shipped.keys(Language.EN);
        assertThat(keys).isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(shipped.keys(language)).as(language.code()).isEqualTo(keys);
            for (String key : keys) {
                String pattern = shipped.pattern(language, key);
                assertThat(placeholders(pattern))
                        .as(key + " in " + language.code())
                        .isEqualTo(placeholders(shipped.pattern(Language.EN, key)));
                assertThat(LONE_APOSTROPHE.matcher(pattern).find())
                        .as("apostrophes are doubled: " + key + " in " + language.code())
                        .isFalse();
            }
        }
    }

    @Test
    void argumentsAreFilledInWithoutAnyLocale() {
        Messages messages = new Messages(Map.of(Language.FR, Map.of("k", "l''an {1} de {0} : {0}", "q", "'{0}' {0}")));
        Labels group = new Labels(Map.of(Language.FR, "Belge", Language.EN, "Belgian"));
        assertThat(messages.text(Language.FR, "k", group, 2014)).isEqualTo("l'an 2014 de Belge : Belge");
        assertThat(messages.text(Language.FR, "q", 7)).isEqualTo("{0} 7");
    }

    @Test
    void aMissingKeyOrArgumentIsADefect() {
        Messages messages = new Messages(Map.of(Language.EN, Map.of("k", "{0} and {1}")));
        assertThatThrownBy(() -> messages.text(Language.EN, "other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no message 'other' in en");
        assertThatThrownBy(() -> messages.text(Language.EN, "k", "one")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> messages.text(Language.NL, "k")).isInstanceOf(IllegalStateException.class);
    }

    private static Set<String> placeholders(String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
