package org.ecart.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ecart.files.BreakdownJson;
import org.ecart.model.EcartException;
import org.ecart.model.Period;

/** Periods as they are written on a command line: years, days, and years from one to another. */
final class PeriodText {
    private static final Pattern YEARS = Pattern.compile("([0-9]{4})-([0-9]{4})");

    private PeriodText() {}

    /** Reads {@code 2011-2014} and whatever a breakdown takes. */
    static List<Period> read(List<String> texts) {
        List<Period> periods = new ArrayList<>();
        for (String text : texts) {
            Matcher years = YEARS.matcher(text.strip());
            if (years.matches()) {
                int from = Integer.parseInt(years.group(1));
                int to = Integer.parseInt(years.group(2));
                if (from > to || to - from > 200) {
                    throw EcartException.usage("batch.years", text);
                }
                IntStream.rangeClosed(from, to).mapToObj(Period::ofYear).forEach(periods::add);
            } else {
                periods.add(BreakdownJson.period(text.strip()));
            }
        }
        return periods.stream().distinct().toList();
    }
}
