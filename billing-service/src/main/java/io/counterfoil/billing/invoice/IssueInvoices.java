package io.counterfoil.billing.invoice;

import io.counterfoil.billing.archive.Archive;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.numbering.Numbers;
import io.counterfoil.billing.tax.TaxSourceDown;
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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Issues invoices, a set at a time: composed, written, numbered, told. All of it is one transaction, so that a number exists
 * if and only if its invoice does. The number comes as late as it can, since its counter is locked from there to the commit.
 */
@Dependent
class IssueInvoices {

    private final ComposeBills compose;
    private final Invoices.Waiting waiting;
    private final DrawCredit credit;
    private final Corrected corrected;
    private final Numbers numbers;
    private final InvoiceRows rows;
    private final InvoiceLineRows lines;
    private final SettlementRows settlements;
    private final LegalEntities entities;
    private final Archive archive;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final NegativeBills negative;
    private final Event<InvoicesIssued> told;
    private final Event<RepairsDue> credited;

    @Inject
    IssueInvoices(
            ComposeBills compose,
            Invoices.Waiting waiting,
            DrawCredit credit,
            Corrected corrected,
            Numbers numbers,
            InvoiceRows rows,
            InvoiceLineRows lines,
            SettlementRows settlements,
            LegalEntities entities,
            Archive archive,
            Outbox outbox,
            BusinessClock clock,
            NegativeBills negative,
            Event<InvoicesIssued> told,
            Event<RepairsDue> credited) {
        this.compose = compose;
        this.waiting = waiting;
        this.credit = credit;
        this.corrected = corrected;
        this.numbers = numbers;
        this.rows = rows;
        this.lines = lines;
        this.settlements = settlements;
        this.entities = entities;
        this.archive = archive;
        this.outbox = outbox;
        this.clock = clock;
        this.negative = negative;
        this.told = told;
        this.credited = credited;
    }

    List<Invoice> issue(List<Bill> bills) {
        Instant now = clock.now();
        NegativeBills.Parted parted = negative.part(composed(bills, now));
        List<ComposedBill> composed = corrected.named(parted.invoices());
        lines.addAll(composed);
        List<Invoice.Issued> issued = new ArrayList<>(bills.size());
        List<Addressed> facts = new ArrayList<>(bills.size());
        number(credit.draw(composed, now), now, issued, facts);
        rows.addAll(issued);
        settlements.addAll(issued.stream().flatMap(IssueInvoices::settled).toList());
        keep(issued, now);
        outbox.publishAll(facts);
        told.fire(issuedNow(issued, causes(composed), now));
        parted.repairs().forEach(credited::fire);
        return issued.stream().map(Invoice.Issued::invoice).toList();
    }

    /** What the tax source does not answer for waits; the others go on. */
    private List<ComposedBill> composed(List<Bill> bills, Instant now) {
        try {
            return compose.compose(bills);
        } catch (TaxSourceDown down) {
            Map<Boolean, List<Integer>> waits = IntStream.range(0, bills.size())
                    .boxed()
                    .collect(Collectors.partitioningBy(down.waiting()::contains));
            waiting.keep(waits.get(true).stream().map(bills::get).toList(), down.getMessage(), now);
            List<Bill> others = waits.get(false).stream().map(bills::get).toList();
            return others.isEmpty() ? List.of() : compose.compose(others);
        }
    }

    private static InvoicesIssued issuedNow(List<Invoice.Issued> issued, Map<UUID, Cause> causes, Instant now) {
        List<InvoicesIssued.Prepaid> prepaid = issued.stream()
                .flatMap(one -> one.lines().stream()
                        .filter(line -> line.item().type() == ItemType.PREPAID)
                        .map(line -> new InvoicesIssued.Prepaid(one.invoice(), line.lineId(), line.item())))
                .toList();
        return new InvoicesIssued(issued.stream().map(Invoice.Issued::invoice).toList(), prepaid, causes, now);
    }

    private static Map<UUID, Cause> causes(List<ComposedBill> composed) {
        return composed.stream().collect(Collectors.toMap(ComposedBill::invoiceId, one -> one.bill()
                .cause()));
    }

    /** Entities in the order of their ids, so that two sets never wait for each other's counters. */
    private void number(List<ComposedBill> composed, Instant now, List<Invoice.Issued> issued, List<Addressed> facts) {
        composed.stream()
                .collect(Collectors.groupingBy(
                        one -> one.bill().agreement().legalEntityId(), TreeMap::new, Collectors.toList()))
                .forEach((entity, bills) -> {
                    Numbers.Block block = numbers.take(
                            entity, Numbers.INVOICES, bills.get(0).bill().day(), bills.size());
                    for (int i = 0; i < bills.size(); i++) {
                        Invoice.Issued one = bills.get(i).issue(block.numbers().get(i), block.issueDate(), now);
                        issued.add(one);
                        facts.addAll(facts(one, bills.get(i).bill().cause(), now));
                    }
                });
    }

    private static Stream<Settlement> settled(Invoice.Issued issued) {
        Invoice invoice = issued.invoice();
        return issued.credits().stream()
                .filter(use -> use.kind() == CreditKind.CUSTOMER_CREDIT)
                .map(use -> Settlement.of(
                        use.applicationId(),
                        invoice,
                        Settlement.Kind.CUSTOMER_CREDIT,
                        use.amount(),
                        use.creditId(),
                        use.effectiveDate(),
                        use.effectiveAt()));
    }

    private void keep(List<Invoice.Issued> issued, Instant now) {
        Map<String, LegalEntity> sellers = entities.byIds(
                issued.stream().map(one -> one.invoice().legalEntityId()).collect(Collectors.toSet()));
        archive.keep(
                issued.stream()
                        .map(one -> new Archive.Document(
                                one.invoice().invoiceId(),
                                Archive.Kind.INVOICE,
                                InvoiceDocument.of(
                                        one, sellers.get(one.invoice().legalEntityId()))))
                        .toList(),
                now);
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
