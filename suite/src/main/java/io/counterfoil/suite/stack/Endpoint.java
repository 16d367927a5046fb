package io.counterfoil.suite.stack;

import java.util.Locale;

/** Every port that is opened on this machine, with its usual number. */
public enum Endpoint {
    POSTGRES(54320),
    BROKER(61616),
    ISSUER(9090),
    SALESFORCE(9091),
    GATEWAY(9092),
    INBOX(9093),
    PLATFORM(9094),
    CUSTOMER(9081),
    ORDER(9082),
    BILLING(9083),
    LEDGER(9084),
    WAREHOUSE(9085);

    private final int usualPort;

    Endpoint(int usualPort) {
        this.usualPort = usualPort;
    }

    public int usualPort() {
        return usualPort;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
