package io.counterfoil.suite.command;

import picocli.CommandLine.Command;

/** Builds a service's state anew from the archive of events. */
@Command(
        name = "replay",
        description = "Build a service's state anew from the archive of events, and compare.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "SERVICE",
        subcommands = ReplayLedger.class)
public final class Replay {}
