package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.protect.Audit.Attacker.B;
import static org.ecart.protect.Audit.Attacker.C;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ecart.i18n.Messages;
import org.ecart.model.Language;
import org.ecart.model.Period;
import org.ecart.protect.Audit.Attacker;
import org.ecart.protect.Audit.Finding;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;
import org.ecart.protect.ReleasableTables;
import org.ecart.protect.ReleaseAudit;
import org.ecart.protect.ReleaseAudit.Attacked;
import org.junit.jupiter.api.Test;

class ReleasedTest {
    private static final Messages MESSAGES = Messages.load();

    @Test
    void what_is_in_doubt_is_not_spoken_of() {
        assertThat(warnings(List.of(Protection.PRIMARY, Protection.SECONDARY), found(Set.of())))
                .isEmpty();
    }

    /** Two that the rule gives away, and three that went for want of a proof. */
    @Test
    void cells_known_in_any_case_and_those_that_went_for_want_of_a_proof_are_counted_apart() {
        List<String> warnings = warnings(
                List.of(Protection.FALLBACK, Protection.FALLBACK, Protection.SAFE, Protection.FALLBACK),
                found(Set.of(B)),
                found(Set.of(B, C)),
                found(Set.of()));
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0)).contains(": 2.").contains("knownAnyway");
        assertThat(warnings.get(1)).contains(": 3.").contains("fallback");
    }

    private static Finding found(Set<Attacker> inAnyCase) {
        return new Finding(0, Protection.PRIMARY, Map.of(), Set.of(), inAnyCase);
    }

    private static List<String> warnings(List<Protection> marks, Finding... findings) {
        List<Attacked> attacked = Stream.of(findings)
                .map(finding -> new Attacked(
                        0, Period.ofYear(2014), Map.of(), Optional.empty(), finding.kind(), Set.of(), finding))
                .toList();
        ReleaseAudit audit =
                new ReleaseAudit(List.of(new ReleaseAudit.Table("T01", 0, attacked)), List.of(), List.of(), false);
        ProtectedTable table = new ProtectedTable(ReleasableTables.gaps(), marks);
        return new Released(List.of(table), List.of(), audit)
                .warnings().stream()
                        .map(warning -> MESSAGES.text(Language.EN, warning))
                        .toList();
    }
}
