package io.counterfoil.suite.command.chaos;

import picocli.CommandLine.Command;

/** The proof under faults. */
@Command(
        name = "chaos",
        description =
                "Break a running Counterfoil in every way, and look whether anything was lost, doubled or adrift.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "RUN",
        subcommands = {
            ChaosSmoke.class,
            ChaosMatrix.class,
            ChaosStorm.class,
            ChaosBacklog.class,
            ChaosDiskFull.class,
            ChaosDatabaseStop.class,
            ChaosReplay.class,
            ChaosReplicas.class,
            ChaosPlanted.class,
            ChaosSeries.class
        })
public final class Chaos {}
