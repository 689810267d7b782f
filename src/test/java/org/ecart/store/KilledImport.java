package org.ecart.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecart.intake.Deliveries;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Period;
import org.ecart.model.Progress;

/** A process to be killed: does something with a workspace and prints each phase, a line each, as soon as it begins. */
final class KilledImport {
    static final String CLOSING = "closing";
    static final String CLOSED = "closed";

    private KilledImport() {}

    /** Arguments: workspace, passphrase or nothing, what to do, files. */
    public static void main(String[] arguments) {
        Path place = Path.of(arguments[0]);
        List<Path> files = Arrays.stream(arguments).skip(3).map(Path::of).toList();
        Workspace workspace = Workspace.openOrCreate(place, passphrase(arguments[1]));
        try {
            act(workspace, arguments[2], files, KilledImport::print);
        } catch (Progress.Cancelled called) {
            print("cancelled", -1);
        }
        print(CLOSING, -1);
        workspace.close();
        print(CLOSED, -1);
    }

    static Optional<Passphrase> passphrase(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Passphrase.of(text.toCharArray()));
    }

    /**
     * Does it.
     *
     * @param what {@code take}, {@code replace} (the population of 2014), {@code remove} (the same), or {@code cancel},
     *     an import that is called off at its end, so that there is much to clear away
     */
    static void act(Workspace workspace, String what, List<Path> files, Progress progress) {
        Terms.Held held = new Terms.Held("population", Optional.of(Period.ofYear(2014)));
        switch (what) {
            case "take" -> take(workspace, Terms.USUAL, files, progress);
            case "replace" -> take(workspace, new Terms(0.01, true, Optional.of(held)), files, progress);
            case "remove" -> {
                progress.report("remove", -1);
                workspace.remove(held, "2026-01-03T00:00:00Z");
            }
            case "cancel" ->
                take(workspace, Terms.USUAL, files, (step, fraction) -> {
                    progress.report(step, fraction);
                    if (step.equals("store.publish")) {
                        throw new Progress.Cancelled();
                    }
                });
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static void take(Workspace workspace, Terms terms, List<Path> files, Progress progress) {
        List<Workspace.Source> sources = files.stream()
                .map(f -> new Workspace.Source(
                        f, Dialect.Said.NOTHING, Optional.empty(), Optional.empty(), Optional.empty()))
                .toList();
        workspace.take(
                new Workspace.Import(sources, Deliveries.codebook(), terms, "an analyst", "2026-01-02T00:00:00Z"),
                progress);
    }

    private static void print(String phase, double fraction) {
        System.out.println(phase);
        System.out.flush();
    }
}
