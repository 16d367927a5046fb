package io.counterfoil.suite.command;

import picocli.CommandLine.Command;

/** The runs over many: started by hand and watched. */
@Command(
        name = "run",
        description = "Start a run over many and watch how far it is.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "RUN",
        subcommands = {RunBilling.class})
public final class Run {}
