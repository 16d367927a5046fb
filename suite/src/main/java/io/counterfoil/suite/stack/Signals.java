package io.counterfoil.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that Java has no method for. */
final class Signals {
    private Signals() {}

    static void interrupt(long pid) {
        send("INT", pid);
    }

    static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
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
