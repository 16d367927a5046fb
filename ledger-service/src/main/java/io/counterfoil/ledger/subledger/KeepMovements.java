package io.counterfoil.ledger.subledger;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.ledger.entity.Books;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps what moves the sub-ledgers beside invoices and payments: memos, credit, refunds, disputes, voids, write-offs. */
@ApplicationScoped
class KeepMovements implements EventHandler {

    private static final String BILLING = "io.counterfoil.billing.";
    private static final Set<String> TYPES = Set.of(
            "creditmemo.issued",
            "creditmemo.voided",
            "creditmemo.applied",
            "credit.granted",
            "credit.applied",
            "credit.expired",
            "payment.unapplied",
            "payment.returned",
            "payment.fee-charged",
            "payout.paid",
            "payout.failed",
            "payment.disputed",
            "dispute.won",
            "refund.paid",
            "invoice.voided",
            "invoice.written-off",
            "invoice.recovered",
            "usage.rated");

    @Inject
    ControlMovements movements;

    @Inject
    Books books;

    @Override
    public Set<String> types() {
        return TYPES.stream().map(type -> BILLING + type + ".v1").collect(Collectors.toSet());
    }

    @Override
    public boolean takesMixedRuns() {
        return true;
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        List<ControlMovements.Told> told = new ArrayList<>(run.size());
        Set<UUID> disputed = new HashSet<>();
        Set<UUID> givenUp = new HashSet<>();
        for (Envelope event : run) {
            MoneyFact fact = event.dataAs(MoneyFact.class);
            String type = event.type().substring(BILLING.length(), event.type().length() - ".v1".length());
            told.add(new ControlMovements.Told(event, type, fact, null));
            fact.invoices().forEach(part -> disputed.add(part.invoiceId()));
            if (type.equals("invoice.written-off")) {
                givenUp.add(fact.invoiceId());
            }
        }
        givenUp.addAll(movements.givenUp(disputed));
        givenUp.retainAll(disputed);
        Set<ControlMovements.Applied> applied = movements.applied(givenUp);
        Map<String, Books.Book> known =
                books.of(told.stream().map(each -> each.fact().legalEntityId()).collect(Collectors.toSet()));
        movements.add(told.stream()
                .map(each -> each.on(day(each.fact(), known))
                        .moving(invoice -> givenUp.contains(invoice)
                                && !applied.contains(
                                        new ControlMovements.Applied(each.fact().paymentId(), invoice))))
                .toList());
    }

    private static java.time.LocalDate day(MoneyFact fact, Map<String, Books.Book> known) {
        return fact.effectiveDate() == null
                ? known.get(fact.legalEntityId()).dayOf(fact.effectiveAt())
                : fact.effectiveDate();
    }
}
