package org.ecart;

import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;

/** Runs something as if the machine stood in another country: other digits, other decimal sign, other clock. */
public final class Elsewhere {
    private Elsewhere() {}

    public static <T> T run(Callable<T> what) throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            return what.call();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
