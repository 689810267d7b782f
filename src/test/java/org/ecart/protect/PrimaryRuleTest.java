package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.ecart.model.Policy;
import org.junit.jupiter.api.Test;

class PrimaryRuleTest {
    @Test
    void fewer_than_five_persons_are_unsafe() {
        assertThat(unsafe(4, -1, -1)).containsExactly(Quantity.PERSONS);
        assertThat(unsafe(5, -1, -1)).isEmpty();
        assertThat(unsafe(0, -1, -1)).isEmpty();
    }

    @Test
    void a_rate_is_unsafe_by_its_numerator_its_rest_or_its_denominator() {
        assertThat(unsafe(3, 90, -1)).containsExactly(Quantity.NUMERATOR);
        assertThat(unsafe(90, 3, -1)).containsExactly(Quantity.REST);
        assertThat(unsafe(2, 2, -1)).containsExactly(Quantity.NUMERATOR, Quantity.REST, Quantity.TOTAL);
    }

    @Test
    void none_or_all_of_a_group_tells_about_each_of_them() {
        assertThat(unsafe(0, 90, -1)).containsExactly(Quantity.NUMERATOR);
        assertThat(unsafe(90, 0, -1)).containsExactly(Quantity.REST);
        assertThat(unsafe(0, 0, -1)).isEmpty();
    }

    @Test
    void group_disclosure_can_be_switched_off() {
        Policy lenient = new Policy("lenient", 5, false, Optional.of("only percentages of large groups"));
        assertThat(unsafe(lenient, 0, 90, -1)).isEmpty();
    }

    @Test
    void those_outside_the_denominator_are_persons_too() {
        assertThat(unsafe(50, 50, 2)).containsExactly(Quantity.OUTSIDE);
        assertThat(unsafe(50, 50, 0)).containsExactly(Quantity.OUTSIDE);
        assertThat(unsafe(0, 0, 50)).containsExactly(Quantity.TOTAL);
    }

    private static Set<Quantity> unsafe(int numerator, int rest, int outside) {
        return unsafe(Policy.DEFAULT, numerator, rest, outside);
    }

    private static Set<Quantity> unsafe(Policy policy, int numerator, int rest, int outside) {
        CountSystem system = Tables.one(numerator, rest, outside);
        return new PrimaryRule(policy).unsafe(system, system.units().get(0));
    }
}
