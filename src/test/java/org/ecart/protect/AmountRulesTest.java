package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.model.Policy.AmountRule;
import org.ecart.model.Query;
import org.ecart.tabulate.Contributions;
import org.ecart.tabulate.Sides;
import org.junit.jupiter.api.Test;

/** METHOD, section 6, worked by hand. */
class AmountRulesTest {
    private static final int NEVER = 100;

    private static AmountRules rules(int largest, int percent, int p) {
        AmountRule rule = new AmountRule(largest, percent, p, 1);
        return new AmountRules(new Policy("test", 5, true, rule, Loss.BALANCED, Optional.of("a test")));
    }

    private static Contributions of(int... amounts) {
        return new Contributions(
                Arrays.stream(amounts)
                        .mapToObj(BigDecimal::valueOf)
                        .sorted(Comparator.reverseOrder())
                        .limit(AmountRule.MOST)
                        .toList(),
                BigDecimal.valueOf(Arrays.stream(amounts).sum()));
    }

    @Test
    void ofThreeHundredTwentyAndTenTenIsLeft() {
        assertThat(rules(2, NEVER, 10).unsafe(of(300, 20, 10))).isTrue();
        assertThat(rules(2, NEVER, 3).unsafe(of(300, 20, 10))).isFalse();
    }

    @Test
    void theBoundMustBeAsFarAwayAsTheRestShouldHaveBeen() {
        assertThat(rules(2, NEVER, 10).need(of(300, 20, 10))).isEqualByComparingTo("20");
        assertThat(rules(2, NEVER, 3).need(of(300, 20, 10))).isZero();
    }

    @Test
    void oneOrTwoContributorsAreNeverSafe() {
        assertThat(rules(2, NEVER, 10).need(of(300))).isEqualByComparingTo("30");
        assertThat(rules(2, NEVER, 10).unsafe(of(300, 300))).isTrue();
        assertThat(rules(2, NEVER, 10).unsafe(of(300, 300, 30))).isFalse();
    }

    @Test
    void theLargestMustNotHaveMoreThanTheirShare() {
        assertThat(rules(2, 85, 0).unsafe(of(50, 35, 15))).isFalse();
        assertThat(rules(2, 85, 0).unsafe(of(50, 36, 14))).isTrue();
        assertThat(rules(1, 50, 0).unsafe(of(50, 36, 14))).isFalse();
    }

    /** 90 of 100 are too many; were the sum 120, they would be three quarters. */
    @Test
    void theBoundMustBeWhereDominanceEnds() {
        assertThat(rules(2, 75, 0).need(of(50, 40, 10))).isEqualByComparingTo("20");
    }

    @Test
    void nothingContributedTellsNothing() {
        assertThat(rules(2, 85, 10).unsafe(of(0, 0, 0))).isFalse();
    }

    @Test
    void aQuantileNeedsPersonsOnEachSide() {
        assertThat(rules(2, 85, 10).unsafe(new Sides(5, 5))).isFalse();
        assertThat(rules(2, 85, 10).unsafe(new Sides(4, 50))).isTrue();
        assertThat(rules(2, 85, 10).unsafe(new Sides(50, 4))).isTrue();
    }

    @Test
    void aQuantileLeavesAsTheNearestMultipleOfTheStep() {
        Query.Telling tens = new AmountRule(2, 85, 10, 10).telling();
        assertThat(tens.rounded(new BigDecimal("104.99"))).isEqualByComparingTo("100");
        assertThat(tens.rounded(new BigDecimal("105"))).isEqualByComparingTo("110");
        assertThat(tens.rounded(new BigDecimal("-105"))).isEqualByComparingTo("-100");
        assertThat(new AmountRule(2, 85, 10, 1).telling().rounded(new BigDecimal("99.5")))
                .isEqualByComparingTo("100");
    }

    @Test
    void groupsAreTakenTogether() {
        Contributions both = of(300, 20).plus(of(70, 10), 2);
        assertThat(both.largest()).containsExactly(BigDecimal.valueOf(300), BigDecimal.valueOf(70));
        assertThat(both.sum()).isEqualByComparingTo("400");
    }
}
