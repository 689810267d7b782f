package org.ecart.protect;

/**
 * The work that may be spent, counted in steps and not in seconds, so that a slow machine and a fast one protect tables
 * alike. It is shared out: no search takes what others need, and each may take a little.
 */
final class Steps {
    /** A search may take so many times its fair share, since most need less. */
    private static final long GENEROUS = 20;

    private static final long LEAST = 20_000;
    private static final long MUCH = 5_000_000;

    private long limit;
    private long done;
    private long pause;

    Steps(long limit) {
        this.limit = limit;
        this.pause = limit;
    }

    /** Allows so many steps from here on, whatever was left. */
    void renew(long more) {
        limit = done + more;
        pause = limit;
    }

    /** Begins one of so many searches. */
    void share(long searches) {
        long fair = Math.max(0, limit - done) / Math.max(1, searches);
        pause = done + Math.max(LEAST, Math.min(GENEROUS * fair, Math.max(0, limit - done)));
    }

    /** Begins a search that must find something: it may take a hundredth of everything, and much in any case. */
    void insist() {
        pause = done + Math.max(MUCH, Math.max(0, limit - done) / 100);
    }

    void count() {
        done++;
    }

    void count(long steps) {
        done += steps;
    }

    /** Whether this search has taken what it may. */
    boolean spent() {
        return done >= pause;
    }

    /** Whether nothing is left for anyone. */
    boolean over() {
        return done >= limit;
    }
}
