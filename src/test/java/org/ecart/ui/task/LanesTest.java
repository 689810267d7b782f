package org.ecart.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ecart.model.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LanesTest {
    private static final long SECONDS = 20;

    private final BackgroundTasks tables = new BackgroundTasks();
    private final BackgroundTasks imports = new BackgroundTasks();
    private final BackgroundTasks saving = new BackgroundTasks();
    private final Lanes lanes = new Lanes(tables, new InlineTasks(), imports, saving);
    private final List<String> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        saving.close();
        imports.close();
        tables.close();
    }

    private void run(TaskRunner lane, String name, CountDownLatch first) {
        lane.run(progress -> awaited(first, name), TaskRunner.Listener.of(told::add, why -> told.add("failed")));
    }

    private static String awaited(CountDownLatch first, String name) {
        try {
            assertThat(first.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new Progress.Cancelled();
        }
        return name;
    }

    private void untilTold(int many) throws Exception {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> told.size() >= many);
    }

    @Test
    void aTableIsMadeWhileAnImportRuns() throws Exception {
        CountDownLatch delivered = new CountDownLatch(1);
        run(lanes.imports(), "import", delivered);
        run(lanes.tables(), "table", new CountDownLatch(0));
        untilTold(1);
        assertThat(told).containsExactly("table");
        delivered.countDown();
        untilTold(2);
        assertThat(told).containsExactly("table", "import");
    }

    @Test
    void jobsOfOneLineKeepTheirOrder() throws Exception {
        for (int i = 0; i < 50; i++) {
            run(lanes.tables(), "job " + i, new CountDownLatch(0));
        }
        untilTold(50);
        assertThat(told)
                .startsWith("job 0", "job 1", "job 2")
                .endsWith("job 49")
                .isSortedAccordingTo((a, b) -> 0);
    }

    @Test
    void theLastComesAfterEverythingInEveryLine() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        run(lanes.imports(), "import", go);
        run(lanes.tables(), "table", go);
        run(lanes.saving(), "study", go);
        lanes.afterAll(() -> told.add("closed"), why -> told.add("failed"));
        go.countDown();
        untilTold(4);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(told)
                .containsExactlyInAnyOrder("import", "table", "study", "closed")
                .doesNotContain("failed");
    }
}
