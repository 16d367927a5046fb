package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.numbering.Numbers;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.tax.TaxPort;
import io.counterfoil.billing.tax.TaxQuestion;
import io.counterfoil.billing.tax.TaxQuote;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.event.Outbox.Addressed;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Issues invoices, a set at a time: taxed, then numbered, then written, then told. All of it is one transaction, so that a
 * number exists if and only if its invoice does.
 */
@Dependent
class IssueInvoices {

    private final TaxPort taxes;
    private final Numbers numbers;
    private final InvoiceRows rows;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Event<InvoicesIssued> told;

    @Inject
    IssueInvoices(TaxPort taxes, Numbers numbers, InvoiceRows rows, Outbox outbox, BusinessClock clock, Event<InvoicesIssued> told) {
        this.taxes = taxes;
        this.numbers = numbers;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
        this.told = told;
    }

    List<Invoice> issue(List<Bill> bills) {
        List<TaxQuote> quotes =
                taxes.quote(bills.stream().map(IssueInvoices::question).toList());
        Instant now = clock.now();
        List<Invoice.Issued> issued = new ArrayList<>(bills.size());
        List<Addressed> facts = new ArrayList<>(bills.size());
        byEntity(bills).forEach((entity, indexes) -> {
            Numbers.Block block = numbers.take(
                    entity, Numbers.INVOICES, bills.get(indexes.get(0)).day(), indexes.size());
            for (int i = 0; i < indexes.size(); i++) {
                int at = indexes.get(i);
                InvoiceDraft draft = new InvoiceDraft(bills.get(at), quotes.get(at));
                Invoice.Issued one = draft.issue(block.numbers().get(i), block.issueDate(), now);
                issued.add(one);
                facts.addAll(facts(one, bills.get(at).cause(), now));
            }
        });
        rows.addAll(issued);
        outbox.publishAll(facts);
        told.fire(issuedNow(issued, now));
        return issued.stream().map(Invoice.Issued::invoice).toList();
    }

    private static InvoicesIssued issuedNow(List<Invoice.Issued> issued, Instant now) {
        List<InvoicesIssued.Prepaid> prepaid = issued.stream()
                .flatMap(one -> one.lines().stream()
                        .filter(line -> line.item().type() == ItemType.PREPAID)
                        .map(line -> new InvoicesIssued.Prepaid(one.invoice(), line.lineId(), line.net())))
                .toList();
        return new InvoicesIssued(
                issued.stream().map(Invoice.Issued::invoice).toList(), prepaid, now);
    }

    /** Entities in the order of their ids, so that two sets never wait for each other's counters. */
    private static Map<String, List<Integer>> byEntity(List<Bill> bills) {
        return IntStream.range(0, bills.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> bills.get(i).agreement().legalEntityId(), TreeMap::new, Collectors.toList()));
    }

    private static TaxQuestion question(Bill bill) {
        Agreement agreement = bill.agreement();
        return new TaxQuestion(
                bill.day(),
                Scope.of(agreement.legalEntityId(), agreement.contractId()),
                new TaxQuestion.Buyer(
                        agreement.customerId(),
                        agreement.taxCountry(),
                        agreement.taxRegion(),
                        agreement.vatCountries()),
                bill.items().stream()
                        .map(item ->
                                new TaxQuestion.Line(item.taxCategory(), item.net(), item.productId(), item.period()))
                        .toList());
    }

    private static List<Addressed> facts(Invoice.Issued issued, Cause cause, Instant now) {
        Invoice invoice = issued.invoice();
        List<Addressed> facts = new ArrayList<>();
        facts.add(cause.tells(invoice.issuedEventId(), InvoiceIssued.of(issued)));
        if (invoice.state() == InvoiceState.PAID) {
            facts.add(cause.tells(EventIds.derived(invoice.invoiceId(), InvoicePaid.TYPE), invoice.paid(now)));
        }
        return facts;
    }
}
