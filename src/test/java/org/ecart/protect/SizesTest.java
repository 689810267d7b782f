package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ecart.files.Definitions;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.links.Questions;
import org.ecart.study.FewPersons;
import org.junit.jupiter.api.Test;

/** Whether the place of a year says nothing of the place of the next. */
class SizesTest {
    private static final List<Period> YEARS = List.of(Period.ofYear(2013), Period.ofYear(2014));

    @Test
    void placesAreIndependentWhereSomebodyGoesFromEachToEach() {
        assertThat(independent("1,P 2,P 3,Q 4,Q", "1,P 2,Q 3,P 4,Q")).isTrue();
    }

    @Test
    void theyAreNotWhereNobodyGoesFromTheOneToTheOther() {
        assertThat(independent("1,P 2,P 3,Q 4,Q", "1,P 2,Q 3,Q 4,Q")).isFalse();
    }

    /** Who was in Q is gone: then nobody is there in both years who was in Q. */
    @Test
    void theyAreNotWhereAllOfOnePlaceLeave() {
        assertThat(independent("1,P 2,P 3,Q 4,Q", "1,P 2,P")).isFalse();
    }

    @Test
    void theyAreNotWhereNobodyStays() {
        assertThat(independent("1,P 2,Q", "3,P 4,Q")).isFalse();
    }

    /** @param before each person and his place in 2013 */
    private static boolean independent(String before, String after) {
        FewPersons persons = new FewPersons()
                .at(2013, "no,place\n" + before.replace(' ', '\n'))
                .at(2014, "no,place\n" + after.replace(' ', '\n'));
        Study study = Definitions.study("""
                {"format": "ecart/study", "version": 1, "id": "s", "title": "s", "policy": {"id": "default"},
                 "indicators": [{"id": "people", "labels": "People", "definition": "all"}],
                 "tables": [{"id": "T", "title": "t", "breakdown": {"periods": ["2013", "2014"], "rows": "place",
                   "indicator": "people", "measures": ["persons"]}}]}
                """);
        List<Draft> drafts = persons.tables(List.of(), List.of())
                .release(study, List.of(), Progress.NONE)
                .drafts();
        Questions all = Questions.of(Piece.at(new TreeSet<>(YEARS), drafts).stream()
                .map(Piece::asked)
                .toList());
        List<Questions> apart = YEARS.stream().map(year -> places(all, year)).toList();
        return new Sizes(all, persons.tabulator(), Progress.NONE).independent(all, apart);
    }

    private static Questions places(Questions all, Period year) {
        BitSet places = new BitSet();
        IntStream.range(0, all.all().size())
                .filter(q -> all.all().get(q).name().equals("place")
                        && all.all().get(q).population().period().equals(year))
                .forEach(places::set);
        return all.some(places);
    }
}
