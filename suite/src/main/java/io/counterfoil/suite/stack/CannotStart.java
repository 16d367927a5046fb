package io.counterfoil.suite.stack;

/** A command can't go on; the message is meant for the person at the terminal, the code for the shell. */
public final class CannotStart extends RuntimeException {
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int PORT_TAKEN = 2;
    public static final int ALREADY_RUNNING = 3;
    public static final int NOT_RUNNING = 4;
    public static final int INTERRUPTED = 130;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CannotStart(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
