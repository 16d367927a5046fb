package io.counterfoil.ledger.posting;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.invoice.InvoiceIssued;
import io.counterfoil.ledger.invoice.InvoiceIssued.CreditUsed;
import io.counterfoil.ledger.invoice.InvoiceIssued.Line;
import io.counterfoil.ledger.invoice.InvoiceIssued.TaxSubtotal;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Traits;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An invoice: its lines, allowances and tax against the receivable, less what credit has paid at once. */
record InvoiceDocument(InvoiceIssued invoice) implements BillingDocument {

    @Override
    public String legalEntityId() {
        return invoice.legalEntityId();
    }

    @Override
    public Set<UUID> concerns() {
        Set<UUID> concerned = invoice.accruals();
        concerned.add(invoice.invoiceId());
        invoice.takesBackOf().ifPresent(concerned::add);
        return concerned;
    }

    @Override
    public boolean looksBack() {
        return invoice.takesBackOf().isPresent()
                || invoice.lines().stream().anyMatch(line -> !line.accrualIds().isEmpty());
    }

    /** What takes back waits for what it takes back: of an invoice that was given up here there is nothing to take. */
    @Override
    public void ask(Lookback.Questions questions, Ground ground) {
        invoice.takesBackOf().ifPresent(original -> questions.requirePosted(original, Purpose.INVOICE));
        invoice.lines().forEach(line -> questions.accruals(line.accrualIds(), invoice.issueDate()));
    }

    @Override
    public JournalEntry entry(Ground ground) {
        PostingRule rule = ground.rule(Purpose.INVOICE, invoice.issueDate());
        Tag receivable = new Tag("INVOICE", invoice.invoiceId(), Map.of());
        Movements movements = new Movements();
        Money total = Money.zero(invoice.currency());
        Set<UUID> cleared = new HashSet<>();
        for (Line line : invoice.linesAsCharged()) {
            total = total.plus(line.lineNetAmount());
            new LineMovement(rule, invoice.documentTypeCode(), receivable, line).move(movements, ground, cleared);
        }
        for (TaxSubtotal tax : invoice.taxSubtotals()) {
            Traits traits = Traits.ofTax(tax.category()).in(invoice.documentTypeCode(), null);
            movements.move(rule.lineFor(Item.TAX, traits), tax.taxAmount(), receivable, tag(tax));
            total = total.plus(tax.taxAmount());
        }
        total = total.minus(invoice.prepaidAmount()).plus(invoice.payableRoundingAmount());
        BillingDocument.requireEqual(
                "Invoice " + invoice.invoiceNumber(),
                "lines, tax, prepaid and rounding",
                total,
                invoice.payableAmount());
        round(movements, rule, receivable);
        draw(movements, rule, receivable);
        return JournalEntry.of(rule, invoice.currency(), invoice.issueDate(), ground.cause(), document(), movements)
                .valued(ground.difference(rule));
    }

    private void round(Movements movements, PostingRule rule, Tag receivable) {
        if (!invoice.payableRoundingAmount().isZero()) {
            Tag rounded = Ground.tag(Item.ROUNDING, invoice.invoiceId());
            PostingRule.Line line = rule.lineFor(Item.ROUNDING, Traits.NONE);
            movements.move(line, invoice.payableRoundingAmount(), receivable, rounded);
        }
    }

    private void draw(Movements movements, PostingRule rule, Tag receivable) {
        for (CreditUsed used : invoice.creditsApplied()) {
            Tag credit = new Tag("CUSTOMER_CREDIT", used.creditId(), Map.of());
            movements.move(rule.lineFor(Item.CREDIT_DRAWN, Traits.NONE), used.amount(), credit, receivable);
        }
        if (!invoice.prepaidAmount().isZero()) {
            UUID creditId = invoice.prepaidApplied().size() == 1
                    ? invoice.prepaidApplied().get(0).creditId()
                    : invoice.invoiceId();
            Tag prepaid = new Tag("PREPAID", creditId, Map.of());
            movements.move(rule.lineFor(Item.PREPAID_DRAWN, Traits.NONE), invoice.prepaidAmount(), prepaid, receivable);
        }
    }

    private JournalEntry.Document document() {
        return new JournalEntry.Document(
                JournalEntry.Document.Kind.INVOICE,
                invoice.invoiceId(),
                invoice.invoiceNumber(),
                invoice.customerId(),
                invoice.contractId(),
                invoice.orderId());
    }

    private static Tag tag(TaxSubtotal tax) {
        return new Tag(
                Item.TAX.name(),
                null,
                Ground.dimensions(
                        "taxCategoryCode",
                        tax.category(),
                        "taxJurisdiction",
                        tax.jurisdiction(),
                        "taxRate",
                        tax.rate()));
    }
}
