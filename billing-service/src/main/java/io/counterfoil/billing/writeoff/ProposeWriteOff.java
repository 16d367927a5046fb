package io.counterfoil.billing.writeoff;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.writeoff.WriteOffJson.Proposal;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Caller;
import jakarta.inject.Inject;
import java.util.List;

/** A person proposes to give up what is open on an invoice. */
@UseCase
class ProposeWriteOff {

    private final WriteOffs writeOffs;
    private final Invoices invoices;
    private final Caller caller;

    @Inject
    ProposeWriteOff(WriteOffs writeOffs, Invoices invoices, Caller caller) {
        this.writeOffs = writeOffs;
        this.invoices = invoices;
        this.caller = caller;
    }

    WriteOff handle(Proposal wanted) {
        Invoice invoice =
                invoices.lock(wanted.invoiceId()).orElseThrow(() -> new NotFound("invoice", wanted.invoiceId()));
        if (!invoice.open().isPositive()) {
            throw new NothingToWriteOff(invoice.number(), "nothing is open");
        }
        return writeOffs.propose(List.of(invoice), wanted.reasonCode(), wanted.reason(), caller.sub()).stream()
                .findFirst()
                .orElseThrow(() -> new NothingToWriteOff(invoice.number(), "it is proposed already, or disputed"));
    }
}
