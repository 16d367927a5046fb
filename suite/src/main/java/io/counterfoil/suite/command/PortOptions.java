package io.counterfoil.suite.command;

import picocli.CommandLine.Option;

/** Where to listen. */
public final class PortOptions {
    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "${env:COUNTERFOIL_PORT_OFFSET:-0}",
            description = "Add N to every port (default: ${DEFAULT-VALUE}). A single port is set by the environment: "
                    + "COUNTERFOIL_PORT_ORDER=19082, likewise POSTGRES, BROKER, ISSUER, SALESFORCE, GATEWAY, CUSTOMER, BILLING, "
                    + "LEDGER, WAREHOUSE.")
    private int offset;

    /** What is added to every port. */
    public int offset() {
        return offset;
    }
}
