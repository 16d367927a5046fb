package io.counterfoil.ledger.entity;

import java.util.List;

/** Where the rules of posting leave a choice (those of recognition lie with revenue): its name, the legal values, and what holds while nobody has chosen. */
public enum Policy {
    WRITE_OFF_MODE("writeOff.mode", "RELEASE_DEFERRED", "FULL_BAD_DEBT"),
    WRITE_OFF_METHOD("writeOff.method", "DIRECT", "ALLOWANCE"),
    FX_REVALUATION("fx.revaluation", "REVERSING", "CUMULATIVE");

    private final String label;
    private final List<String> choices;

    /** The first value is what holds by itself. */
    Policy(String label, String... values) {
        this.label = label;
        this.choices = List.of(values);
    }

    /** Its name on the wire. */
    public String label() {
        return label;
    }

    List<String> choices() {
        return choices;
    }

    String byItself() {
        return choices.get(0);
    }
}
