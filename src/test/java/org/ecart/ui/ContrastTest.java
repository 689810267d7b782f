package org.ecart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text of the stylesheet can be read on every ground it may stand on, in both themes. */
class ContrastTest {
    private static final double READABLE = 4.5;
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
    private static final Pattern DECLARATION = Pattern.compile("([-\\w]+)\\s*:\\s*([^;]+);");

    /** What lies under a text whose rule says nothing about it. */
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle");

    /** Where a text stands on a ground that another rule of the stylesheet draws. */
    private static final Map<String, String> GROUND_OF = Map.of(
            "-ecart-protected", "-ecart-protected-subtle",
            "-ecart-filter", "-ecart-filter-subtle",
            "-color-accent-fg", "-color-accent-subtle",
            "-color-danger-fg", "-color-danger-subtle",
            "-color-fg-default", "-color-accent-subtle",
            "-color-fg-muted", "-color-accent-subtle");

    @ParameterizedTest
    @CsvSource({"primer-light, light", "primer-dark, dark"})
    void everyTextCanBeRead(String theme, String colours) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        String themeSheet = resource("/atlantafx/base/theme/" + theme + ".css");
        names.putAll(names(themeSheet));
        names.putAll(names(resource("/ui/" + colours + ".css")));
        List<String> unreadable = new ArrayList<>();
        Matcher rules = RULE.matcher(resource("/ui/ecart.css").replaceAll("(?s)/\\*.*?\\*/", ""));
        int pairs = 0;
        while (rules.find()) {
            Map<String, String> declared = declarations(rules.group(2));
            Optional<String> text = Optional.ofNullable(declared.get("-fx-text-fill"));
            if (text.isEmpty()) {
                continue;
            }
            for (String ground : grounds(declared, text.get())) {
                double contrast = contrast(colour(text.get(), names), ground, names);
                pairs++;
                if (contrast < READABLE) {
                    unreadable.add(rules.group(1).strip() + ": " + text.get() + " on " + ground + " is " + contrast);
                }
            }
        }
        assertThat(pairs).isGreaterThan(10);
        assertThat(unreadable).isEmpty();
    }

    /** The last of several backgrounds lies on top. */
    private static List<String> grounds(Map<String, String> declared, String text) {
        Optional<String> own = Optional.ofNullable(declared.get("-fx-background-color"))
                .map(value -> value.split(",(?![^(]*\\))", -1))
                .map(layers -> layers[layers.length - 1].strip())
                .filter(top -> !top.equals("transparent"));
        if (own.isPresent()) {
            return List.of(own.get());
        }
        List<String> all = new ArrayList<>(GROUNDS);
        Optional.ofNullable(GROUND_OF.get(text)).ifPresent(all::add);
        return all;
    }

    private static double contrast(Color text, String ground, Map<String, String> names) {
        Color page = colour("-color-bg-default", names);
        Color under = over(colour(ground, names), page);
        double a = luminance(over(text, under));
        double b = luminance(under);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Color over(Color top, Color under) {
        return under.interpolate(new Color(top.getRed(), top.getGreen(), top.getBlue(), 1), top.getOpacity());
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Color colour(String value, Map<String, String> names) {
        String resolved = value.strip();
        for (int step = 0; step < 10 && names.containsKey(resolved); step++) {
            resolved = Objects.requireNonNull(names.get(resolved));
        }
        return Color.web(resolved);
    }

    private static Map<String, String> names(String sheet) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher rules = RULE.matcher(sheet.replaceAll("(?s)/\\*.*?\\*/", ""));
        while (rules.find()) {
            if (rules.group(1).strip().equals(".root")) {
                declarations(rules.group(2)).forEach((name, value) -> {
                    if (name.startsWith("-color") || name.startsWith("-ecart")) {
                        names.put(name, value);
                    }
                });
            }
        }
        return names;
    }

    private static Map<String, String> declarations(String body) {
        Map<String, String> declared = new LinkedHashMap<>();
        Matcher matcher = DECLARATION.matcher(body);
        while (matcher.find()) {
            declared.put(matcher.group(1), matcher.group(2).strip());
        }
        return declared;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
