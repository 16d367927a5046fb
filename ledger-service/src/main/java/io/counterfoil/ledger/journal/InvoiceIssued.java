package io.counterfoil.ledger.journal;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An invoice: its lines and its tax against the receivable. */
record InvoiceIssued(
        UUID invoiceId,
        String invoiceNumber,
        LocalDate issueDate,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String currency,
        List<Line> lines,
        List<TaxSubtotal> taxSubtotals,
        Money payableAmount)
        implements BillingDocument {

    static final String TYPE = "io.counterfoil.billing.invoice.issued.v1";

    InvoiceIssued {
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(issueDate, "issueDate");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(lines, "lines");
        requireNonNull(payableAmount, "payableAmount");
        taxSubtotals = taxSubtotals == null ? List.of() : taxSubtotals;
    }

    record Line(UUID lineId, String productId, String revenueTreatment, String taxCategoryCode, Money lineNetAmount) {
        Line {
            requireNonNull(lineId, "lineId");
            requireNonNull(lineNetAmount, "lineNetAmount");
        }
    }

    record TaxSubtotal(String category, String rate, String jurisdiction, Money taxAmount) {
        TaxSubtotal {
            requireNonNull(category, "category");
            requireNonNull(taxAmount, "taxAmount");
        }
    }

    @Override
    public JournalEntry entry(JournalEntry.Cause cause, Books.Book book, Rulebook.Opened rules) {
        PostingRule rule = rules.rule(legalEntityId, Purpose.INVOICE, issueDate);
        Tag receivable = new Tag("INVOICE", invoiceId, Map.of());
        Movements movements = new Movements();
        Money total = Money.zero(currency);
        for (Line line : lines) {
            Traits traits = Traits.ofLine(line.productId(), line.revenueTreatment(), line.taxCategoryCode());
            movements.move(rule.lineFor(Item.LINE, traits), line.lineNetAmount(), receivable, tag(line));
            total = total.plus(line.lineNetAmount());
        }
        for (TaxSubtotal tax : taxSubtotals) {
            movements.move(rule.lineFor(Item.TAX, Traits.ofTax(tax.category())), tax.taxAmount(), receivable, tag(tax));
            total = total.plus(tax.taxAmount());
        }
        BillingDocument.requireEqual("Invoice " + invoiceNumber, "lines and tax", total, payableAmount);
        return JournalEntry.of(rule, currency, issueDate, cause, document(), movements);
    }

    private JournalEntry.Document document() {
        return new JournalEntry.Document(
                JournalEntry.Document.Kind.INVOICE, invoiceId, invoiceNumber, customerId, contractId, orderId);
    }

    private static Tag tag(Line line) {
        Map<String, String> dimensions = new TreeMap<>();
        dimensions.put("invoiceLineId", line.lineId().toString());
        put(dimensions, "productId", line.productId());
        put(dimensions, "revenueTreatment", line.revenueTreatment());
        return new Tag(Item.LINE.name(), line.lineId(), dimensions);
    }

    private static Tag tag(TaxSubtotal tax) {
        Map<String, String> dimensions = new TreeMap<>();
        dimensions.put("taxCategoryCode", tax.category());
        put(dimensions, "taxJurisdiction", tax.jurisdiction());
        put(dimensions, "taxRate", tax.rate());
        return new Tag(Item.TAX.name(), null, dimensions);
    }

    private static void put(Map<String, String> dimensions, String name, String value) {
        if (value != null) {
            dimensions.put(name, value);
        }
    }
}
