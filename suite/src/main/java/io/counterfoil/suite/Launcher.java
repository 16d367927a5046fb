package io.counterfoil.suite;

import io.counterfoil.suite.command.Down;
import io.counterfoil.suite.command.Logs;
import io.counterfoil.suite.command.MoveClock;
import io.counterfoil.suite.command.OpenBooks;
import io.counterfoil.suite.command.PlayDemo;
import io.counterfoil.suite.command.Replay;
import io.counterfoil.suite.command.Run;
import io.counterfoil.suite.command.ShowTimeline;
import io.counterfoil.suite.command.Status;
import io.counterfoil.suite.command.Tell;
import io.counterfoil.suite.command.Token;
import io.counterfoil.suite.command.Up;
import io.counterfoil.suite.command.Verify;
import io.counterfoil.suite.command.bench.Bench;
import io.counterfoil.suite.command.chaos.Chaos;
import io.counterfoil.suite.stack.CannotStart;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The launcher's command line. */
@Command(
        name = "counterfoil",
        description = "Counterfoil on this machine.",
        mixinStandardHelpOptions = true,
        version = "1.0.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PlayDemo.class,
            Up.class,
            Status.class,
            Down.class,
            Token.class,
            ShowTimeline.class,
            MoveClock.class,
            Logs.class,
            Bench.class,
            Chaos.class,
            Run.class,
            Replay.class,
            Verify.class,
            OpenBooks.class,
            Tell.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed: a part did not start, or something is not as it should be",
            "2:wrong use, or a port is taken",
            "3:it is running already",
            "4:nothing is running",
            "130:interrupted"
        })
public final class Launcher {
    /** Loggers are weakly held; this one stays quiet while a starting broker refuses connections. */
    private static final Logger CLIENT = Logger.getLogger("org.apache.activemq");

    private Launcher() {}

    public static void main(String[] arguments) {
        CLIENT.setLevel(Level.OFF);
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Launcher())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Launcher::tell);
    }

    /** A person reads one line; who wants the whole story sets COUNTERFOIL_TRACE. */
    private static int tell(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println("counterfoil: " + failure.getMessage());
        if (System.getenv("COUNTERFOIL_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        if (failure instanceof CannotStart expected) {
            return expected.exitCode();
        }
        return failure instanceof IllegalArgumentException ? CannotStart.USAGE : CannotStart.FAILED;
    }
}
