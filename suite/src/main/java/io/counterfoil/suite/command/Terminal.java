package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells the person at the terminal how a start goes on. */
public final class Terminal implements Progress {
    private final PrintWriter out;

    Terminal(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void starting(List<Part> parts) {
        say("starting " + parts.stream().map(Part::label).collect(Collectors.joining(", ")));
    }

    @Override
    public void ready(Part part, Duration took) {
        say("  %-18s ready after %s".formatted(part.label(), seconds(took)));
    }

    @Override
    public void note(String line) {
        say(line);
    }

    /** A span as people read it. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d.%d s", time.toSeconds(), time.toMillisPart() / 100);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
