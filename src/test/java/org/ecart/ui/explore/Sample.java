package org.ecart.ui.explore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecart.i18n.Messages;
import org.ecart.model.EcartException;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.study.Offer;
import org.ecart.study.SampleStudy;
import org.ecart.study.Session;
import org.ecart.study.TableDraft;
import org.ecart.study.Tables;
import org.ecart.synthetic.SyntheticPopulation;

/** The sample's extracts in a workspace of their own, through the real pipeline. */
final class Sample implements Analysis, AutoCloseable {
    static final Messages MESSAGES = Messages.load();

    private static final Path SHIPPED = Path.of("sample-data");

    private final SampleStudy sample;
    private final Session session;
    private final Tables tables;
    private final List<Study> saved = new ArrayList<>();
    private boolean failing;

    Sample(Path folder) {
        this(SHIPPED, folder);
    }

    private Sample(Path data, Path folder) {
        this.sample = new SampleStudy(data);
        this.session = sample.open(folder, MESSAGES, "2026-01-01T00:00:00Z", Progress.NONE);
        this.tables = session.tables();
    }

    /** The sample's study over persons made from a seed, whose files lie in {@code data}. */
    static Sample made(long persons, long seed, Path data, Path folder) throws IOException {
        Files.createDirectories(data);
        for (String definition : List.of("codebook.json", "study.json")) {
            Files.copy(SHIPPED.resolve(definition), data.resolve(definition));
        }
        new SyntheticPopulation().write(new SyntheticPopulation.Spec(persons, 2013, 2014, seed), data, Progress.NONE);
        return new Sample(data, folder);
    }

    Study study() {
        return sample.study();
    }

    /** A study without protection: every figure can be read, and no table waits for it. */
    static Study unprotected(Study study, String reason) {
        return new Study(
                study.id(),
                study.title(),
                study.outputs(),
                Policy.none(reason),
                study.decimals(),
                study.ruleSets(),
                study.rules(),
                study.indicators(),
                study.tables(),
                study.charts());
    }

    /** What was saved, the oldest first. */
    List<Study> saved() {
        return saved;
    }

    void fail(boolean fails) {
        failing = fails;
    }

    @Override
    public TableDraft draft(Study study, Study.Table table, Progress progress) {
        if (failing) {
            throw EcartException.data("store.period", "2014", "2013");
        }
        return tables.draft(study, table, progress);
    }

    @Override
    public Offer offer(Study study) {
        return session.offer(study);
    }

    @Override
    public void save(Study study) {
        saved.add(study);
    }

    @Override
    public void close() {
        session.close();
    }
}
