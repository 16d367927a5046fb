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
            Stack started = Stack.start(StackOptions.forTests(), new Told());
            LOG.info("the stack of the system tests was ready after " + started.startUpTime());
            return started;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        stop();
    }

    private static synchronized void stop() {
        if (stack != null) {
            stack.close();
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
