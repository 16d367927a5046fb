package io.counterfoil.suite.command.bench;

import picocli.CommandLine.Command;

/** The benchmarks. */
@Command(
        name = "bench",
        description = "Measure a part of Counterfoil on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "PART",
        subcommands = {
            BenchBilling.class,
            BenchLedger.class,
            BenchMatch.class,
            BenchChecks.class,
            BenchOrders.class,
            BenchOrdersMix.class,
            BenchApi.class,
            BenchStart.class
        })
public final class Bench {}
