package io.counterfoil.ledger.invoice;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;

/** What of an issued invoice is posted, owed and earned. */
public record InvoiceIssued(
        UUID invoiceId,
        String invoiceNumber,
        String documentTypeCode,
        LocalDate issueDate,
        LocalDate dueDate,
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
        List<CreditUsed> prepaidApplied,
        Preceding precedingInvoiceReference) {

    public static final String TYPE = "io.counterfoil.billing.invoice.issued.v1";

    /** Each event is read by several, one after the other; its bytes are the key, for as long as anybody has them. */
    private static final Map<byte[], InvoiceIssued> READ = Collections.synchronizedMap(new WeakHashMap<>());

    public InvoiceIssued {
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(issueDate, "issueDate");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(lines, "lines");
        requireNonNull(payableAmount, "payableAmount");
        dueDate = dueDate == null ? issueDate : dueDate;
        taxSubtotals = taxSubtotals == null ? List.of() : taxSubtotals;
        allowancesCharges = allowancesCharges == null ? List.of() : allowancesCharges;
        creditsApplied = creditsApplied == null ? List.of() : creditsApplied;
        prepaidApplied = prepaidApplied == null ? List.of() : prepaidApplied;
        prepaidAmount = prepaidAmount == null ? Money.zero(currency) : prepaidAmount;
        payableRoundingAmount = payableRoundingAmount == null ? Money.zero(currency) : payableRoundingAmount;
    }

    /** The invoice that an event tells of. */
    public static InvoiceIssued of(Envelope event) {
        InvoiceIssued read = READ.get(event.data());
        if (read == null) {
            read = event.dataAs(InvoiceIssued.class);
            READ.put(event.data(), read);
        }
        return read;
    }

    /** A line; what of it was accrued before is named by the ids under which that was done. */
    public record Line(
            UUID lineId,
            String type,
            String productId,
            String performanceObligationId,
            String revenueTreatment,
            Period servicePeriod,
            String taxCategoryCode,
            Money lineNetAmount,
            List<UUID> accrualIds,
            Map<String, String> dimensions) {

        public Line {
            requireNonNull(lineId, "lineId");
            requireNonNull(lineNetAmount, "lineNetAmount");
            accrualIds = accrualIds == null ? List.of() : List.copyOf(accrualIds);
            dimensions = dimensions == null ? Map.of() : dimensions;
        }

        private Line withNet(Money net) {
            return new Line(
                    lineId,
                    type,
                    productId,
                    performanceObligationId,
                    revenueTreatment,
                    servicePeriod,
                    taxCategoryCode,
                    net,
                    accrualIds,
                    dimensions);
        }
    }

    /** The invoice that this one corrects, or in whose place it comes. */
    public record Preceding(UUID invoiceId) {}

    /** The days of a service, half-open. */
    public record Period(LocalDate start, LocalDate end) {

        public Period {
            requireNonNull(start, "start");
            requireNonNull(end, "end");
        }
    }

    /** What the bill as a whole allows or charges; with a treatment of its own where it belongs to one promise. */
    public record AllowanceCharge(
            UUID lineId,
            String kind,
            String productId,
            String performanceObligationId,
            String revenueTreatment,
            Period servicePeriod,
            String taxCategoryCode,
            Money amount) {

        public AllowanceCharge {
            requireNonNull(lineId, "lineId");
            requireNonNull(amount, "amount");
        }

        private Line asLine() {
            return new Line(
                    lineId,
                    kind,
                    productId,
                    performanceObligationId,
                    revenueTreatment == null ? "POINT_IN_TIME" : revenueTreatment,
                    servicePeriod,
                    taxCategoryCode,
                    amount,
                    null,
                    null);
        }
    }

    /** The tax of one category, rate and jurisdiction. */
    public record TaxSubtotal(String category, String rate, String jurisdiction, Money taxAmount) {

        public TaxSubtotal {
            requireNonNull(category, "category");
            requireNonNull(taxAmount, "taxAmount");
        }
    }

    /** Credit that paid a part of it at once. */
    public record CreditUsed(UUID creditId, Money amount) {

        public CreditUsed {
            requireNonNull(creditId, "creditId");
            requireNonNull(amount, "amount");
        }
    }

    /** The lines as they count: an allowance of the whole bill that belongs to no promise is spread over them by what they cost. */
    public List<Line> linesAsCharged() {
        if (allowancesCharges.isEmpty()) {
            return lines;
        }
        List<Line> all = new ArrayList<>(lines);
        for (AllowanceCharge each : allowancesCharges) {
            if (each.revenueTreatment() != null || isFree()) {
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

    /** Nothing to spread by. */
    private boolean isFree() {
        return lines.stream()
                .map(Line::lineNetAmount)
                .reduce(Money.zero(currency), Money::plus)
                .isZero();
    }

    /** What was delivered before and is billed by it. */
    public Set<UUID> accruals() {
        Set<UUID> accruals = new HashSet<>();
        lines.forEach(line -> accruals.addAll(line.accrualIds()));
        return accruals;
    }

    public Money tax() {
        return taxSubtotals.stream().map(TaxSubtotal::taxAmount).reduce(Money.zero(currency), Money::plus);
    }

    /** The invoice of which it takes something back as a whole; empty where it asks for money. */
    public Optional<UUID> takesBackOf() {
        return Optional.ofNullable(precedingInvoiceReference)
                .map(Preceding::invoiceId)
                .filter(original -> payableAmount.isNegative());
    }

    /** What customer credit paid of it. */
    public Money credit() {
        return creditsApplied.stream().map(CreditUsed::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** Prepaid credit that it sells, less what it uses. */
    public Money prepaid() {
        return linesAsCharged().stream()
                .filter(line -> "PREPAID".equals(line.type()))
                .map(Line::lineNetAmount)
                .reduce(prepaidAmount.negated(), Money::plus);
    }
}
