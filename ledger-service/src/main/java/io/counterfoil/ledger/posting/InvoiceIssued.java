package io.counterfoil.ledger.posting;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Traits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An invoice: its lines, allowances and tax against the receivable, less what credit has paid at once. */
record InvoiceIssued(
        UUID invoiceId,
        String invoiceNumber,
        String documentTypeCode,
        LocalDate issueDate,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String currency,
        List<Line> lines,
        List<AllowanceCharge> allowancesCharges,
        List<TaxSubtotal> taxSubtotals,
        Money prepaidAmount,
        Money payableRoundingAmount,
        Money payableAmount,
        List<CreditUsed> creditsApplied,
        List<CreditUsed> prepaidApplied)
        implements BillingDocument {

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
        allowancesCharges = allowancesCharges == null ? List.of() : allowancesCharges;
        creditsApplied = creditsApplied == null ? List.of() : creditsApplied;
        prepaidApplied = prepaidApplied == null ? List.of() : prepaidApplied;
        prepaidAmount = prepaidAmount == null ? Money.zero(currency) : prepaidAmount;
        payableRoundingAmount = payableRoundingAmount == null ? Money.zero(currency) : payableRoundingAmount;
    }

    record Line(
            UUID lineId,
            String type,
            String productId,
            String revenueTreatment,
            String taxCategoryCode,
            Money lineNetAmount,
            List<UUID> accrualIds,
            Map<String, String> dimensions) {
        Line {
            requireNonNull(lineId, "lineId");
            requireNonNull(lineNetAmount, "lineNetAmount");
            accrualIds = accrualIds == null ? List.of() : accrualIds;
            dimensions = dimensions == null ? Map.of() : dimensions;
        }

        Line withNet(Money net) {
            return new Line(lineId, type, productId, revenueTreatment, taxCategoryCode, net, accrualIds, dimensions);
        }
    }

    record AllowanceCharge(
            UUID lineId, String kind, String productId, String revenueTreatment, String taxCategoryCode, Money amount) {
        AllowanceCharge {
            requireNonNull(lineId, "lineId");
            requireNonNull(amount, "amount");
        }

        Line asLine() {
            return new Line(lineId, kind, productId, revenueTreatment, taxCategoryCode, amount, null, null);
        }
    }

    record TaxSubtotal(String category, String rate, String jurisdiction, Money taxAmount) {
        TaxSubtotal {
            requireNonNull(category, "category");
            requireNonNull(taxAmount, "taxAmount");
        }
    }

    record CreditUsed(UUID creditId, Money amount) {
        CreditUsed {
            requireNonNull(creditId, "creditId");
            requireNonNull(amount, "amount");
        }
    }

    @Override
    public Set<UUID> concerns() {
        Set<UUID> concerned = new HashSet<>(Set.of(invoiceId));
        lines.forEach(line -> concerned.addAll(line.accrualIds()));
        return concerned;
    }

    @Override
    public boolean looksBack() {
        return lines.stream().anyMatch(line -> !line.accrualIds().isEmpty());
    }

    @Override
    public void ask(Lookback.Questions questions, Ground ground) {
        lines.forEach(line -> questions.accruals(line.accrualIds()));
    }

    @Override
    public JournalEntry entry(Ground ground) {
        PostingRule rule = ground.rule(Purpose.INVOICE, issueDate);
        Tag receivable = new Tag("INVOICE", invoiceId, Map.of());
        Movements movements = new Movements();
        Money total = Money.zero(currency);
        for (Line line : linesWithAllowances()) {
            total = total.plus(line.lineNetAmount());
            new LineMovement(rule, documentTypeCode, receivable, line).move(movements, ground.past());
        }
        for (TaxSubtotal tax : taxSubtotals) {
            Traits traits = Traits.ofTax(tax.category()).in(documentTypeCode, null);
            movements.move(rule.lineFor(Item.TAX, traits), tax.taxAmount(), receivable, tag(tax));
            total = total.plus(tax.taxAmount());
        }
        total = total.minus(prepaidAmount).plus(payableRoundingAmount);
        BillingDocument.requireEqual(
                "Invoice " + invoiceNumber, "lines, tax, prepaid and rounding", total, payableAmount);
        round(movements, rule, receivable);
        draw(movements, rule, receivable);
        return JournalEntry.of(rule, currency, issueDate, ground.cause(), document(), movements);
    }

    /** An allowance of the whole bill that belongs to no obligation is spread over the lines by what they cost. */
    private List<Line> linesWithAllowances() {
        List<Line> all = new ArrayList<>(lines);
        for (AllowanceCharge each : allowancesCharges) {
            if (each.revenueTreatment() != null || lines.isEmpty()) {
                all.add(each.asLine());
                continue;
            }
            List<Money> parts = each.amount()
                    .allocate(lines.stream()
                            .map(line -> BigDecimal.valueOf(line.lineNetAmount().minor()))
                            .toList());
            for (int i = 0; i < parts.size(); i++) {
                all.set(i, all.get(i).withNet(all.get(i).lineNetAmount().plus(parts.get(i))));
            }
        }
        return all;
    }

    private void round(Movements movements, PostingRule rule, Tag receivable) {
        if (!payableRoundingAmount.isZero()) {
            Tag rounded = Ground.tag(Item.ROUNDING, invoiceId);
            movements.move(rule.lineFor(Item.ROUNDING, Traits.NONE), payableRoundingAmount, receivable, rounded);
        }
    }

    private void draw(Movements movements, PostingRule rule, Tag receivable) {
        for (CreditUsed used : creditsApplied) {
            Tag credit = new Tag("CUSTOMER_CREDIT", used.creditId(), Map.of());
            movements.move(rule.lineFor(Item.CREDIT_DRAWN, Traits.NONE), used.amount(), credit, receivable);
        }
        if (!prepaidAmount.isZero()) {
            UUID creditId = prepaidApplied.size() == 1 ? prepaidApplied.get(0).creditId() : invoiceId;
            Tag prepaid = new Tag("PREPAID", creditId, Map.of());
            movements.move(rule.lineFor(Item.PREPAID_DRAWN, Traits.NONE), prepaidAmount, prepaid, receivable);
        }
    }

    private JournalEntry.Document document() {
        return new JournalEntry.Document(
                JournalEntry.Document.Kind.INVOICE, invoiceId, invoiceNumber, customerId, contractId, orderId);
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
