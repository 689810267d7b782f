package org.ecart.protect.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.files.ConditionText;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Rules;
import org.junit.jupiter.api.Test;

/** Which tables have to be protected as one. A table is written as its variables, then its conditions. */
class ClustersTest {
    private static final Map<String, Rules> RULES = Stream.of(
                    made("origin", "father = 'BE' and mother = 'BE'"),
                    made("rollup", "origin = '1'"),
                    made("history", "grandfather = 'BE' and origin = '1'"),
                    made("age", "born < 2000"))
            .collect(Collectors.toMap(Rules::variable, rules -> rules));

    private static Rules made(String variable, String when) {
        List<Category> codes = List.of(Category.of("1", Labels.same("yes")), Category.of("0", Labels.same("no")));
        Rules.Rule rule = new Rules.Rule("1", ConditionText.parse(when), new Rules.Code("1"));
        return new Rules(
                variable, "s", "1", Labels.same(variable), codes, new Rules.FirstMatch(List.of(rule), List.of(), "0"));
    }

    private static Asked table(String variables, String... conditions) {
        Set<Condition> asked =
                Arrays.stream(conditions).map(ConditionText::parse).collect(Collectors.toSet());
        return new Asked(
                Set.of(variables.split(" ")),
                asked,
                Condition.and(Condition.ALL, new Condition.And(List.copyOf(asked))),
                RULES);
    }

    private static List<String> clusters(Asked... tables) {
        return Clusters.of(List.of(tables)).all().stream()
                .map(c -> c.tables() + " share " + shared(c))
                .toList();
    }

    private static String shared(Clusters.Cluster cluster) {
        return cluster.shared().stream()
                .map(traits -> traits.stream()
                        .flatMap(trait -> trait.sources().stream())
                        .sorted()
                        .collect(Collectors.joining(" ", "[", "]")))
                .sorted()
                .collect(Collectors.joining());
    }

    @Test
    void tablesWithATraitOfTheirOwnStayApart() {
        assertThat(clusters(table("region gender"), table("region education")))
                .containsExactly("[0] share [region]", "[1] share [region]");
    }

    @Test
    void tablesThatShareNothingHaveNothingToKeepStill() {
        assertThat(clusters(table("gender"), table("education"))).containsExactly("[0] share []", "[1] share []");
    }

    @Test
    void aMarginGoesWithTheTableThatItIsOneOf() {
        assertThat(clusters(table("region gender"), table("region gender education"), table("sector region")))
                .containsExactly("[0, 1] share [region]", "[2] share [region]");
    }

    @Test
    void threeTablesInACircleAreOne() {
        assertThat(clusters(table("region gender"), table("gender education"), table("education region")))
                .containsExactly("[0, 1, 2] share ");
    }

    @Test
    void whatIsMadeFromTheSameSourcesIsOneTrait() {
        assertThat(clusters(table("origin gender"), table("history education"), table("rollup region")))
                .containsExactly(
                        "[0] share [father grandfather mother]",
                        "[1] share [father grandfather mother]",
                        "[2] share [father grandfather mother]");
    }

    @Test
    void twoAgeSpansOverTheSamePersonsAreOneCluster() {
        assertThat(clusters(
                        table("region", "age >= 18", "age <= 64", "status = 'work'"),
                        table("region", "age >= 20", "age <= 64", "status = 'work'")))
                .containsExactly("[0, 1] share ");
    }

    @Test
    void aFilterIsATraitLikeAnyOther() {
        assertThat(clusters(table("region", "gender = 'f'"), table("region gender")))
                .containsExactly("[0, 1] share ");
    }

    @Test
    void aConditionOverTwoVariablesMakesThemOneTrait() {
        assertThat(clusters(table("gender", "sector = 'A' or region = 'B'"), table("sector"), table("region age")))
                .containsExactly("[0, 1] share [region sector]", "[2] share [region sector]");
    }

    @Test
    void clustersCanBeMergedWhereAnUnsafeFigureIsShared() {
        List<Asked> tables =
                List.of(table("region gender job"), table("region gender education"), table("region sector"));
        assertThat(Clusters.of(tables).closer(0, Set.of("region", "gender")).all().stream()
                        .map(c -> c.tables().toString())
                        .toList())
                .containsExactly("[0, 1]", "[2]");
    }

    @Test
    void aTableBetweenTwoOthersSharesWithEachByItself() {
        assertThat(clusters(table("region gender"), table("region sector"), table("gender education")))
                .containsExactly("[0] share [gender][region]", "[1] share [region]", "[2] share [gender]");
    }
}
