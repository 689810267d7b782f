package org.ecart.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.DerivedKey;
import org.ecart.intake.Deliveries;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Period;
import org.ecart.model.Progress;

/** A process to be killed: does something with a workspace and prints each phase, a line each, as soon as it begins. */
final class KilledImport {
    static final String CLOSING = "closing";
    static final String CLOSED = "closed";

    /** Columns that are kept, half a megabyte each. */
    static final int KEPT = 60;

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
     * @param what {@code keep}, which keeps columns of the population of 2014 and changes nothing, {@code take}, {@code replace} (the population of 2014), {@code remove} (the same), or {@code cancel},
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
            case "keep" -> {
                progress.report("keep", -1);
                for (int number = 0; number < KEPT; number++) {
                    workspace.keep(key(workspace, number), column(number));
                }
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

    /** A derived column that is kept under a number. */
    static List<CodeSegment> column(int number) {
        SplittableRandom random = new SplittableRandom(number);
        List<CodeSegment> column = new ArrayList<>();
        for (int chunk = 0; chunk < 8; chunk++) {
            byte[] codes = new byte[Chunks.SIZE];
            random.nextBytes(codes);
            column.add(new CodeSegment.Bytes(codes));
        }
        return column;
    }

    static DerivedKey key(Workspace workspace, int number) {
        return new DerivedKey(
                String.format(Locale.ROOT, "%064d", number),
                Set.of(workspace.partitions().get(0).id()));
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
