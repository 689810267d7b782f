package org.ecart;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.ecart.batch.Batch;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.store.Workspace;
import org.ecart.study.SampleStudy;
import org.ecart.study.Session;
import org.ecart.ui.Workbench;
import org.ecart.ui.Workspaces;

/** The main job: the workbench where there is a display, else the sample study in batch. */
final class MainJob implements Batch.Desktop {
    private final Batch.Surroundings surroundings;

    MainJob(Batch.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int open(Path workspace) {
        if (!hasDisplay()) {
            throw EcartException.usage("batch.no_desktop");
        }
        if (!Workspace.exists(workspace)) {
            throw EcartException.usage("store.no_workspace", workspace);
        }
        if (!show(workbench(), Optional.of(workspace))) {
            throw EcartException.usage("batch.no_toolkit_open");
        }
        return 0;
    }

    @Override
    public int start() {
        SampleStudy sample = sample();
        Workbench workbench = workbench();
        boolean display = hasDisplay();
        if (display && show(workbench, workbench.last().filter(Workspace::exists))) {
            return 0;
        }
        say(display ? "batch.no_toolkit" : "batch.no_display");
        Path workspace = surroundings.state().resolve("sample");
        try (Session session = sample.open(workspace, surroundings.messages(), now(), Progress.NONE)) {
            release(session, sample.study());
        }
        return 0;
    }

    private Workbench workbench() {
        SampleStudy sample = new SampleStudy(surroundings.home().resolve("sample-data"));
        return new Workbench(
                new Workspaces(sample, surroundings.state(), surroundings.messages()), surroundings.language());
    }

    private boolean show(Workbench workbench, Optional<Path> workspace) {
        try {
            return workbench.show(workspace, measuring());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
    }

    /** With {@code -Decart.started=true} the time until the first table is on screen is printed, in milliseconds. */
    private Optional<Runnable> measuring() {
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        return Boolean.getBoolean("ecart.started")
                ? Optional.of(() -> surroundings.out().println(System.currentTimeMillis() - start))
                : Optional.empty();
    }

    private SampleStudy sample() {
        Path data = surroundings.home().resolve("sample-data");
        if (!Files.isRegularFile(data.resolve("study.json"))) {
            throw EcartException.usage("batch.no_sample", data);
        }
        return new SampleStudy(data);
    }

    private void release(Session session, Study study) {
        Path releases = session.workspace().folder().resolve("releases");
        int number = 1;
        while (Files.exists(releases.resolve(name(study, number)))) {
            number++;
        }
        Path out = releases.resolve(name(study, number));
        session.release().write(study, out, now(), Progress.NONE).warnings().forEach(warning -> surroundings
                .err()
                .println(surroundings.messages().text(surroundings.language(), warning)));
        say("batch.released", study.id(), study.tables().size(), study.charts().size(), out);
        surroundings.out().println(out);
    }

    private static String name(Study study, int number) {
        return String.format(Locale.ROOT, "%s-%03d", study.id(), number);
    }

    /** Whether a window can be shown: elsewhere than on Linux and its kin there always is a desktop. */
    private static boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean alwaysDesktop = system.contains("windows") || system.contains("mac");
        return alwaysDesktop || set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    private static boolean set(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(v -> !v.isBlank())
                .isPresent();
    }

    private void say(String key, Object... arguments) {
        surroundings.err().println(surroundings.messages().text(surroundings.language(), key, arguments));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
