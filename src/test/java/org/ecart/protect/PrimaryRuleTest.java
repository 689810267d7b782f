package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ecart.model.Policy;
import org.ecart.protect.CountTable.Cell;
import org.ecart.protect.CountTable.Parts;
import org.junit.jupiter.api.Test;

class PrimaryRuleTest {
    private static final PrimaryRule RATE = new PrimaryRule(Parts.BINARY, Policy.DEFAULT);

    @Test
    void fewer_than_five_persons_are_unsafe() {
        PrimaryRule rule = new PrimaryRule(Parts.PERSONS, Policy.DEFAULT);
        assertThat(rule.unsafe(new Cell(4, 0, 0, true))).containsExactly(Quantity.PERSONS);
        assertThat(rule.unsafe(new Cell(5, 0, 0, true))).isEmpty();
        assertThat(rule.unsafe(new Cell(0, 0, 0, true))).isEmpty();
    }

    @Test
    void a_rate_is_unsafe_by_its_numerator_its_rest_or_its_denominator() {
        assertThat(RATE.unsafe(new Cell(3, 90, 0, true))).containsExactly(Quantity.NUMERATOR);
        assertThat(RATE.unsafe(new Cell(90, 3, 0, true))).containsExactly(Quantity.REST);
        assertThat(RATE.unsafe(new Cell(2, 2, 0, true)))
                .containsExactly(Quantity.NUMERATOR, Quantity.REST, Quantity.TOTAL);
    }

    @Test
    void none_or_all_of_a_group_tells_about_each_of_them() {
        assertThat(RATE.unsafe(new Cell(0, 90, 0, true))).containsExactly(Quantity.NUMERATOR);
        assertThat(RATE.unsafe(new Cell(90, 0, 0, true))).containsExactly(Quantity.REST);
        assertThat(RATE.unsafe(new Cell(0, 0, 0, true))).isEmpty();
    }

    @Test
    void group_disclosure_can_be_switched_off() {
        Policy lenient = new Policy("lenient", 5, false, Optional.of("only percentages of large groups"));
        assertThat(new PrimaryRule(Parts.BINARY, lenient).unsafe(new Cell(0, 90, 0, true)))
                .isEmpty();
    }

    @Test
    void those_outside_the_denominator_are_persons_too() {
        PrimaryRule rule = new PrimaryRule(Parts.BINARY_AND_OUTSIDE, Policy.DEFAULT);
        assertThat(rule.unsafe(new Cell(50, 50, 2, true))).containsExactly(Quantity.OUTSIDE);
        assertThat(rule.unsafe(new Cell(50, 50, 0, true))).containsExactly(Quantity.OUTSIDE);
        assertThat(rule.unsafe(new Cell(0, 0, 50, true))).containsExactly(Quantity.TOTAL);
    }

    @Test
    void what_is_not_published_is_never_unsafe() {
        assertThat(RATE.unsafe(new Cell(1, 1, 0, false))).isEmpty();
    }
}
