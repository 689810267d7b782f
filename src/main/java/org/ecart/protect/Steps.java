package org.ecart.protect;

/**
 * The work that may be spent, counted in steps and not in seconds, so that a slow machine and a fast one protect a
 * table alike.
 */
final class Steps {
    private long limit;
    private long done;

    Steps(long limit) {
        this.limit = limit;
    }

    /** Allows so many steps from here on, whatever was left. */
    void renew(long more) {
        limit = done + more;
    }

    void count() {
        done++;
    }

    void count(long steps) {
        done += steps;
    }

    boolean spent() {
        return done >= limit;
    }
}
