package io.counterfoil.ledger.subledger;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.ControlKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Control accounts against their sub-ledgers, as they travel. */
public final class ControlJson {

    private ControlJson() {}

    /** All of them; they agree when no difference is left. */
    public record Check(LocalDate asOf, Instant knownAt, boolean agrees, List<Control> items) {}

    /** One kind of control account in one currency of one legal entity, each on its normal side. */
    public record Control(
            String legalEntityId,
            String currency,
            ControlKind controlKind,
            Money ledger,
            Money subledger,
            Money difference) {}
}
