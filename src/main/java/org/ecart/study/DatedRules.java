package org.ecart.study;

import java.util.List;
import java.util.Optional;
import org.ecart.i18n.Messages;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.DatedName;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Rules;
import org.ecart.model.Shift;

/** Variables of other dates by their names alone, such as {@code region@1y}: they need no rule set in a file. */
final class DatedRules {
    /** In no catalogue. */
    private static final String SET = "date";

    private static final String LATER = "gone";
    private static final String BEFORE = "new";
    private static final String THEN = "absent";
    private static final Messages MESSAGES = Messages.load();

    private DatedRules() {}

    /** Whether rules are of a name and not of a file. */
    static boolean named(Rules rules) {
        return rules.set().equals(SET) && DatedName.of(rules.variable()).isPresent();
    }

    /**
     * The rules behind a name.
     *
     * @param label that of the variable without a date
     * @param also whose persons a table counts too
     */
    static Rules of(DatedName dated, Labels label, Optional<Shift> also) {
        Category absent = absent(dated.shift(), also);
        return new Rules(
                dated.text(),
                SET,
                "1",
                label(dated.shift(), label),
                List.of(absent),
                new AtDate(dated.variable(), dated.shift(), absent.code()));
    }

    static Labels label(Shift shift, Labels variable) {
        return Captions.inAll(l -> MESSAGES.text(l, "study.dated", variable, when(shift, l)));
    }

    /** What the variables together are called that are made of several dates. */
    static Labels overTime() {
        return Captions.labels(MESSAGES, "study.over_time.variables");
    }

    /** Where another date lies, in words. */
    static String when(Shift shift, Language language) {
        if (shift instanceof Shift.Fixed fixed) {
            return MESSAGES.text(language, "study.shift.fixed", fixed.period().toString());
        }
        int years = ((Shift.Years) shift).years();
        String key = years == 0 ? "now" : years > 0 ? "later" : "before";
        String one = Math.abs(years) == 1 ? ".one" : "";
        return MESSAGES.text(language, "study.shift." + key + one, Integer.toString(Math.abs(years)));
    }

    /** What is said of who is not in the population of the other date. */
    static Category absent(Shift shift, Optional<Shift> also) {
        String code = code(shift, also);
        return Category.of(code, Captions.labels(MESSAGES, "study.absent." + code));
    }

    private static String code(Shift shift, Optional<Shift> also) {
        if (shift instanceof Shift.Fixed) {
            return THEN;
        }
        int years = ((Shift.Years) shift).years();
        if (years == 0) {
            // Who is not at the date of the table itself is only at the other, which is before or after it.
            boolean after = also.isEmpty() || also.get() instanceof Shift.Years other && other.years() > 0;
            return after ? BEFORE : LATER;
        }
        return years > 0 ? LATER : BEFORE;
    }
}
