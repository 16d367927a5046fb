package io.counterfoil.suite;

import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Progress;
import io.counterfoil.suite.stack.Stack;
import io.counterfoil.suite.stack.StackOptions;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The one stack of all system tests: started by the first test that asks, stopped after the last. */
public final class SharedStack implements LauncherSessionListener {
    private static final Logger LOG = Logger.getLogger(SharedStack.class.getName());
    private static Stack stack;
    private static SpanReceiver spans;
    private static RuntimeException failure;

    /** The running stack; a part that an earlier test left dead is started again. */
    public static synchronized Stack get() {
        if (stack == null) {
            stack = start();
        }
        List<Part> dead = stack.dead();
        if (!dead.isEmpty()) {
            LOG.warning("found dead and started again: " + dead);
            stack.start(dead);
        }
        return stack;
    }

    /** What did not start once will not start for the next class either. */
    private static Stack start() {
        if (failure != null) {
            throw failure;
        }
        try {
            Stack started = Stack.start(options(), new Told());
            Walked.begin(started);
            LOG.info("the stack of the system tests was ready after " + started.startUpTime());
            return started;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** With a receiver for what the servers trace, so that any test can follow a request through all of them. */
    private static StackOptions options() {
        spans = SpanReceiver.start();
        return StackOptions.forTests()
                .with("OTEL_SDK_DISABLED", "false")
                .with("OTEL_EXPORTER_OTLP_ENDPOINT", spans.url())
                .with("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .with("OTEL_METRICS_EXPORTER", "none")
                .with("OTEL_LOGS_EXPORTER", "none")
                .with("OTEL_BSP_SCHEDULE_DELAY", "500");
    }

    /** The spans that the servers have exported. */
    static synchronized SpanReceiver spans() {
        return spans;
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        stop();
    }

    private static synchronized void stop() {
        if (stack != null) {
            stack.close();
            spans.close();
            stack = null;
        }
    }

    private static final class Told implements Progress {
        @Override
        public void starting(List<Part> parts) {
            LOG.info("starting " + parts.stream().map(Part::label).collect(Collectors.joining(", ")));
        }

        @Override
        public void ready(Part part, Duration took) {
            LOG.info(part.label() + " ready after " + took.toMillis() + " ms");
        }

        @Override
        public void note(String line) {
            LOG.info(line);
        }
    }
}
