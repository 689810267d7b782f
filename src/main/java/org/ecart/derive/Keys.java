package org.ecart.derive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.files.Definitions;
import org.ecart.frame.DerivedKey;
import org.ecart.frame.Provenance;
import org.ecart.model.AtDate;
import org.ecart.model.Period;
import org.ecart.model.Rules;

/** What the derived columns of a date are known by: another rule, date or input gives another key. */
final class Keys {
    /** To be raised when the same rules come to other codes, or the codes to other places. */
    private static final String ENGINE = "derive 1";

    private final Period period;
    private final Map<String, Provenance> stored;
    private final Map<String, Rules> derivations = new HashMap<>();
    /** Those that were asked for: a rule set is a long text. */
    private final Map<String, Optional<DerivedKey>> keys = new HashMap<>();

    /** @param elsewhere the keys of variables that come from other dates */
    Keys(Period period, Map<String, Provenance> stored, List<Rules> derivations, Map<String, DerivedKey> elsewhere) {
        this.period = period;
        this.stored = stored;
        derivations.forEach(rules -> this.derivations.put(rules.variable(), rules));
        elsewhere.forEach((variable, key) -> keys.put(variable, Optional.of(key)));
    }

    /** What a variable that comes from another date is known by: the persons of both dates, and its column there. */
    static DerivedKey elsewhere(Rules rules, AtDate at, int here, int there, DerivedKey column) {
        MessageDigest digest = sha256();
        add(digest, "other date 1");
        add(digest, here + " " + there);
        // With its labels, which change nothing, and the codes that are missing, which do.
        add(digest, Definitions.text(rules));
        add(digest, at.toString());
        add(digest, column.hash());
        Set<Integer> partitions = new TreeSet<>(column.partitions());
        partitions.add(here);
        partitions.add(there);
        return new DerivedKey(HexFormat.of().formatHex(digest.digest()), partitions);
    }

    /** The same as {@link #of} for a stored variable too. */
    Optional<DerivedKey> column(String variable) {
        return of(variable).or(() -> Optional.ofNullable(stored.get(variable)).map(column -> {
            MessageDigest digest = sha256();
            add(digest, "stored 1");
            add(digest, variable);
            add(digest, column);
            return new DerivedKey(
                    HexFormat.of().formatHex(digest.digest()),
                    Set.copyOf(new TreeSet<>(List.of(column.population(), column.partition()))));
        }));
    }

    private static void add(MessageDigest digest, Provenance column) {
        add(digest, column.population() + " " + column.partition());
        new TreeSet<>(column.missing()).forEach(code -> add(digest, code));
    }

    /** None where an input cannot be told from another one. */
    Optional<DerivedKey> of(String variable) {
        if (!keys.containsKey(variable)) {
            keys.put(variable, Optional.ofNullable(derivations.get(variable)).flatMap(this::key));
        }
        return keys.getOrDefault(variable, Optional.empty());
    }

    private Optional<DerivedKey> key(Rules rules) {
        MessageDigest digest = sha256();
        Set<Integer> partitions = new TreeSet<>();
        add(digest, ENGINE);
        add(digest, period.toString());
        // The text tells lists of codes apart; the value has the members of groups that the text may only name.
        add(digest, Definitions.text(rules));
        add(digest, rules.derivation().toString());
        for (String input : new TreeSet<>(rules.derivation().inputs())) {
            add(digest, input);
            Optional<DerivedKey> derived = of(input);
            Optional<Provenance> column = Optional.ofNullable(stored.get(input));
            if (derived.isPresent()) {
                add(digest, derived.get().hash());
                partitions.addAll(derived.get().partitions());
            } else if (column.isPresent()) {
                add(digest, column.get());
                partitions.addAll(
                        List.of(column.get().population(), column.get().partition()));
            } else {
                return Optional.empty();
            }
        }
        if (partitions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DerivedKey(HexFormat.of().formatHex(digest.digest()), partitions));
    }

    /** With its length, so that no two lists of texts are the same. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
