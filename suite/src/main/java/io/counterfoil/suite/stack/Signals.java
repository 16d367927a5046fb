package io.counterfoil.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that Java has no method for. */
final class Signals {
    private Signals() {}

    static void interrupt(long pid) {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
