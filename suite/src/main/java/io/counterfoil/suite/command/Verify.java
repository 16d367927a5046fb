package io.counterfoil.suite.command;

import picocli.CommandLine.Command;

/** Checks that what is kept for ever is what was written. */
@Command(
        name = "verify",
        description = "Check that what is kept for ever is what was written.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "SERVICE",
        subcommands = VerifyLedger.class)
public final class Verify {}
