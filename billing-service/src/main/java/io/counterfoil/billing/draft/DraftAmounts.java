package io.counterfoil.billing.draft;

import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.draft.DraftJson.Amounts;
import io.counterfoil.billing.invoice.ComposedBill;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.tax.TaxSourceDown;
import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.List;

/** What the invoice of a draft would say, by the composition that issues it. */
@UseCase
class DraftAmounts {

    private final Agreements agreements;
    private final Invoices invoices;

    @Inject
    DraftAmounts(Agreements agreements, Invoices invoices) {
        this.agreements = agreements;
        this.invoices = invoices;
    }

    /** Null while the tax source does not answer. */
    Amounts handle(Draft draft) {
        try {
            ComposedBill bill = invoices.preview(List.of(
                            draft.bill(agreements.lock(draft.agreementId()).get(0), draft.createdOn())))
                    .get(0);
            return new Amounts(bill.net(), bill.tax(), bill.rounding(), bill.total());
        } catch (TaxSourceDown silent) {
            return null;
        }
    }
}
