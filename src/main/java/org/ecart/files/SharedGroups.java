package org.ecart.files;

import java.util.List;
import java.util.stream.Collectors;
import org.ecart.model.EcartException;
import org.ecart.model.Groups;

/** The shipped tables of groups, by which rule sets are read. */
final class SharedGroups {
    private static final List<Groups> TABLES = Resources.lines("/catalogue/groups.txt").stream()
            .map(name -> Definitions.groups(Resources.text("/catalogue/" + name)))
            .toList();

    private SharedGroups() {}

    /** All, the usual edition of each first. */
    static List<Groups> tables() {
        return TABLES;
    }

    /** The table with this key, such as {@code country@2017}. */
    static Groups table(String key) {
        return TABLES.stream()
                .filter(t -> t.key().equals(key))
                .findFirst()
                .orElseThrow(() -> EcartException.usage(
                        "files.groups", key, TABLES.stream().map(Groups::key).collect(Collectors.joining(", "))));
    }
}
