package org.ecart;

/** Where the program starts. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
