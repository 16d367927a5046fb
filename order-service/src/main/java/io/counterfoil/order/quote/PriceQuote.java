package io.counterfoil.order.quote;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Buyer;
import io.counterfoil.order.billing.BillingJson.LineToPreview;
import io.counterfoil.order.billing.BillingJson.OrderPreview;
import io.counterfoil.order.billing.BillingJson.OrderToPreview;
import io.counterfoil.order.billing.BillingJson.Registration;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.customer.CustomerDirectory;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.customer.PostalAddress;
import io.counterfoil.order.customer.TaxRegistration;
import io.counterfoil.order.terms.AcceptableLine;
import io.counterfoil.order.terms.AcceptableOrder;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Asks billing-service what the invoices of a quote would say. */
@Dependent
class PriceQuote implements StepHandler {

    static final String KIND = "price-quote";

    private final LookUpQuote lookUp;
    private final CustomerDirectory customers;
    private final Billing billing;
    private final RecordFigures record;

    @Inject
    PriceQuote(LookUpQuote lookUp, CustomerDirectory customers, Billing billing, RecordFigures record) {
        this.lookUp = lookUp;
        this.customers = customers;
        this.billing = billing;
        this.record = record;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        UUID quoteId = step.payloadAs(QuoteStep.class).quoteId();
        LookUpQuote.Snapshot quote = lookUp.handle(quoteId);
        if (quote.state() != QuoteState.PRICING) {
            return StepOutcome.done(() -> {});
        }
        OrderPreview figures = billing.preview(question(quote.claim(), quote.order()));
        return StepOutcome.done(() -> record.handle(quoteId, figures));
    }

    private OrderToPreview question(CustomerClaim claim, AcceptableOrder order) {
        List<LineToPreview> lines = new ArrayList<>();
        for (AcceptableLine line : order.lines()) {
            lines.add(line(lines.size() + 1, line, order.currency()));
        }
        return new OrderToPreview(claim.customerId(), order.legalEntityId(), order.currency(), buyer(claim), lines);
    }

    /** Where the caller does not say where the buyer is, the golden record does. */
    private Buyer buyer(CustomerClaim claim) {
        if (claim.billingAddress() != null) {
            return buyer(claim.billingAddress(), claim.taxRegistrations());
        }
        KnownCustomer known = customers.resolve(claim);
        return buyer(known.billingAddress(), known.taxRegistrations());
    }

    private static Buyer buyer(PostalAddress address, List<TaxRegistration> registrations) {
        return new Buyer(
                registrations.stream()
                        .map(one -> new Registration(one.scheme(), one.country(), one.id()))
                        .toList(),
                address.country(),
                address.region(),
                address.postalCode());
    }

    private static LineToPreview line(int number, AcceptableLine line, String currency) {
        return new LineToPreview(
                number,
                line.offer().productId(),
                line.offer().name(),
                line.offer().planId(),
                line.quantity().toString(),
                line.unitPrice().text(currency),
                line.startDate(),
                line.endDate(),
                line.offer().revenueTreatment().name(),
                line.offer().taxCategory().name());
    }
}
