package io.counterfoil.billing.writeoff;

import io.counterfoil.billing.document.SecondPersonRequired;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.policy.PolicyValue;
import io.counterfoil.billing.writeoff.WriteOffJson.Decision;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** A person decides about a proposal: who made it can't approve it. */
@UseCase
class DecideWriteOff {

    private final WriteOffRows rows;
    private final WriteOffs writeOffs;
    private final Invoices invoices;
    private final GiveUp giveUp;
    private final Caller caller;
    private final BusinessClock clock;

    @Inject
    DecideWriteOff(
            WriteOffRows rows,
            WriteOffs writeOffs,
            Invoices invoices,
            GiveUp giveUp,
            Caller caller,
            BusinessClock clock) {
        this.rows = rows;
        this.writeOffs = writeOffs;
        this.invoices = invoices;
        this.giveUp = giveUp;
        this.caller = caller;
        this.clock = clock;
    }

    WriteOff handle(UUID writeOffId, Decision decision) {
        WriteOff seen = rows.byId(writeOffId, false).orElseThrow(() -> new NotFound("write-off", writeOffId));
        Invoice invoice = invoices.lock(seen.invoiceId()).orElseThrow();
        WriteOff proposal = rows.byId(writeOffId, true).orElseThrow();
        if (decision.verdict() == WriteOffJson.Verdict.REJECT) {
            WriteOff rejected = proposal.reject(caller.sub(), clock.now());
            rows.write(rejected);
            return rejected;
        }
        if (proposal.proposedBy().equals(caller.sub())) {
            throw new SecondPersonRequired("Write-off " + writeOffId, caller.sub());
        }
        PolicyValue limit = writeOffs.limit(invoice);
        return giveUp.approve(
                proposal, invoice, caller.sub(), Map.of(limit.policy().text(), limit.reference()));
    }
}
