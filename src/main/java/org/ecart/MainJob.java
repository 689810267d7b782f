package org.ecart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.ecart.batch.Batch;
import org.ecart.chart.Charts;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;
import org.ecart.study.SampleStudy;
import org.ecart.study.Session;
import org.ecart.ui.Workbench;

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
        try (Session session = Session.open(workspace, surroundings.messages())) {
            show(session, sample().study());
        }
        return 0;
    }

    @Override
    public int start() {
        Path workspace = surroundings.state().resolve("sample");
        try (Session session = sample().open(workspace, surroundings.messages(), now(), Progress.NONE)) {
            if (hasDisplay()) {
                show(session, sample().study());
            } else {
                say("batch.no_display");
                release(session, sample().study());
            }
        }
        return 0;
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
        session.release().write(study, out, Progress.NONE);
        say("batch.released", study.id(), study.tables().size(), study.charts().size(), out);
        surroundings.out().println(out);
    }

    private static String name(Study study, int number) {
        return String.format(Locale.ROOT, "%s-%03d", study.id(), number);
    }

    private void show(Session session, Study study) {
        ChartSpec chart = study.charts().get(0);
        Study.Table table = study.table(chart.table()).orElseThrow();
        ReleasableTable made =
                session.tables().make(study, table, Progress.NONE).releasable();
        byte[] picture = new Charts(surroundings.messages()).png(chart, made, surroundings.language());
        try {
            new Workbench("Ecart", made, picture, surroundings.messages(), surroundings.language()).show();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
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
