package org.ecart.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test of the interface in which JavaFX's thread was kept from answering for more than 200 ms by code of ours:
 * {@code @ExtendWith(Watchdog.class)}, after the extension that starts the application. It counts the processor time that
 * the thread spends while our code is on it, and the looks at which it waits there: a machine that is busy with other
 * things makes no test fail.
 */
public final class Watchdog implements BeforeTestExecutionCallback, AfterEachCallback {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LIMIT_MILLIS = 200;
    private static final long LOOK_EVERY_MILLIS = 10;
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Watchdog.class);

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        Watch watch = new Watch();
        context.getStore(NAMESPACE).put("watch", watch);
        watch.start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        Optional<Watch> watch = Optional.ofNullable(context.getStore(NAMESPACE).remove("watch", Watch.class));
        if (watch.isPresent()) {
            watch.get().end();
        }
    }

    /** Asks JavaFX's thread again and again, and looks what it does when it does not answer. */
    public static final class Watch {
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile String blocked = "";
        private final Thread thread = new Thread(this::watch, "watchdog");

        /** Begins to watch; once more changes nothing. */
        public void start() {
            if (thread.getState() == Thread.State.NEW) {
                thread.setDaemon(true);
                thread.start();
            }
        }

        public void end() throws InterruptedException {
            ended.set(true);
            thread.join();
            if (!blocked.isEmpty()) {
                throw new AssertionError(blocked);
            }
        }

        private void watch() {
            while (!ended.get()) {
                AtomicBoolean answered = new AtomicBoolean();
                Platform.runLater(() -> answered.set(true));
                long inOurs = 0;
                long before = workMillis();
                while (!answered.get() && !ended.get()) {
                    look();
                    List<String> ours = ours();
                    long now = workMillis();
                    boolean waits = !ours.isEmpty() && !running();
                    inOurs += ours.isEmpty() ? 0 : waits ? LOOK_EVERY_MILLIS : now - before;
                    before = now;
                    if (inOurs > LIMIT_MILLIS && blocked.isEmpty()) {
                        blocked = "JavaFX's thread was blocked for over " + LIMIT_MILLIS + " ms in\n  "
                                + String.join("\n  ", ours);
                    }
                }
                look();
            }
        }

        private static Optional<Thread> interfaceThread() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(t -> t.getName().equals("JavaFX Application Thread"))
                    .findFirst();
        }

        /** Processor time of JavaFX's thread so far. */
        private static long workMillis() {
            return interfaceThread()
                    .map(t -> THREADS.getThreadCpuTime(t.getId()) / 1_000_000)
                    .orElse(0L);
        }

        private static boolean running() {
            return interfaceThread()
                    .filter(t -> t.getState() == Thread.State.RUNNABLE)
                    .isPresent();
        }

        private static void look() {
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        /** What JavaFX's thread is doing, if it is in code of ours that is no test; else nothing. */
        private static List<String> ours() {
            return Thread.getAllStackTraces().entrySet().stream()
                    .filter(e -> e.getKey().getName().equals("JavaFX Application Thread"))
                    .map(Map.Entry::getValue)
                    .filter(stack -> Arrays.stream(stack)
                            .anyMatch(f -> f.getClassName().startsWith("org.ecart.")
                                    && !f.getClassName().contains("Test")))
                    .findFirst()
                    .map(stack -> Arrays.stream(stack)
                            .map(StackTraceElement::toString)
                            .toList())
                    .orElse(List.of());
        }
    }
}
