package org.ecart.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecart.model.PublishedTable;
import org.ecart.model.RollUp;

/** What categories of the tables of a release are put together from, and the sums that follow. */
final class FileRollUps {
    /** The codes, of a variable that is no roll-up, that a category holds. */
    private record Content(String of, Set<String> codes) {
        boolean holds(Content part) {
            return part.of().equals(of) && codes.containsAll(part.codes());
        }
    }

    /** By variable and code. */
    private final Map<String, Map<String, Content>> contents = new TreeMap<>();

    FileRollUps(List<PublishedTable> tables) {
        Set<String> parted = new TreeSet<>();
        for (PublishedTable table : tables) {
            table.rollUps().forEach((variable, rollUp) -> {
                parted.add(rollUp.of());
                rollUp.codes().forEach((code, codes) -> put(variable, code, rollUp.of(), codes));
            });
        }
        for (PublishedTable table : tables) {
            Map<String, RollUp> rollUps = table.rollUps();
            table.variables().forEach((variable, codes) -> {
                if (parted.contains(variable) && !rollUps.containsKey(variable)) {
                    codes.forEach(code -> put(variable, code, variable, List.of(code)));
                }
            });
        }
    }

    private void put(String variable, String code, String of, List<String> codes) {
        if (!codes.isEmpty()) {
            contents.computeIfAbsent(variable, v -> new TreeMap<>()).put(code, new Content(of, Set.copyOf(codes)));
        }
    }

    private Optional<Content> content(String variable, String code) {
        return Optional.ofNullable(contents.get(variable)).map(codes -> codes.get(code));
    }

    /** The same persons by fewer codes: a group says nothing beside one of its parts. */
    Map<String, String> shortest(Map<String, String> codes) {
        Map<String, String> left = new TreeMap<>(codes);
        codes.forEach((variable, code) -> {
            Optional<Content> group = content(variable, code);
            boolean said = group.isPresent()
                    && left.entrySet().stream()
                            .filter(other -> !other.getKey().equals(variable))
                            .flatMap(other -> content(other.getKey(), other.getValue()).stream())
                            .anyMatch(group.get()::holds);
            if (said) {
                left.remove(variable);
            }
        });
        return left;
    }

    /** Whether persons with these codes are told by a table by these variables, or put together from what it tells. */
    boolean tell(Map<String, String> codes, Set<String> variables) {
        return codes.entrySet().stream()
                .allMatch(code -> variables.contains(code.getKey())
                        || content(code.getKey(), code.getValue())
                                .filter(group -> variables.stream()
                                        .flatMap(v -> contents.getOrDefault(v, Map.of()).values().stream())
                                        .anyMatch(group::holds))
                                .isPresent());
    }

    /** Adds that a number is the sum of those that it is put together from, or no less where not all of them are there. */
    void addSums(FileFigures figures) {
        for (FileFigures.Key whole : figures.keys()) {
            whole.codes().forEach((variable, code) -> {
                Optional<Content> content = content(variable, code);
                if (content.isPresent()) {
                    contents.forEach((other, parts) -> {
                        if (!whole.codes().containsKey(other)) {
                            addSum(figures, whole, variable, content.get(), other);
                        }
                    });
                }
            });
        }
    }

    private void addSum(FileFigures figures, FileFigures.Key whole, String variable, Content content, String other) {
        List<Integer> parts = new ArrayList<>();
        Set<String> held = new TreeSet<>();
        contents.getOrDefault(other, Map.of()).forEach((code, part) -> {
            if (content.holds(part)) {
                Map<String, String> codes = new TreeMap<>(whole.codes());
                codes.remove(variable);
                codes.put(other, code);
                figures.find(new FileFigures.Key(whole.period(), whole.counted(), whole.part(), shortest(codes)))
                        .ifPresent(number -> {
                            parts.add(number);
                            held.addAll(part.codes());
                        });
            }
        });
        if (!parts.isEmpty()) {
            figures.sum(figures.number(whole), parts, held.equals(content.codes()));
        }
    }
}
