package io.counterfoil.ledger.subledger;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What any of billing's facts that move money, beside invoices and payments, may tell; what a fact does not have is null. */
record MoneyFact(
        String legalEntityId,
        UUID customerId,
        String currency,
        UUID creditMemoId,
        String creditMemoNumber,
        Reference precedingInvoiceReference,
        UUID invoiceId,
        String invoiceNumber,
        UUID paymentId,
        UUID refundId,
        UUID disputeId,
        UUID payoutId,
        UUID creditId,
        UUID memoId,
        UUID accrualId,
        String mode,
        String target,
        String kind,
        String origin,
        String channel,
        String gatewayReference,
        Money amount,
        Money settledAmount,
        Money totalAmount,
        Money taxAmount,
        Money discountTaken,
        Money difference,
        Money unappliedAmount,
        Money memoAmount,
        Money creditAmount,
        Money deltaAmount,
        Settlement settlement,
        Money openAmount,
        List<Part> applications,
        List<Part> invoices,
        List<Returned> creditsReturned,
        Boolean afterWriteOff,
        Boolean taxRelief,
        @JsonAlias({"issueDate", "valueDate"}) LocalDate effectiveDate,
        Instant effectiveAt) {

    MoneyFact {
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(effectiveAt, "effectiveAt");
        applications = applications == null ? List.of() : applications;
        invoices = invoices == null ? List.of() : invoices;
        creditsReturned = creditsReturned == null ? List.of() : creditsReturned;
        Money zero = Money.zero(currency);
        taxAmount = taxAmount == null ? zero : taxAmount;
        discountTaken = discountTaken == null ? zero : discountTaken;
        difference = difference == null ? zero : difference;
        unappliedAmount = unappliedAmount == null ? zero : unappliedAmount;
        memoAmount = memoAmount == null ? zero : memoAmount;
        creditAmount = creditAmount == null ? zero : creditAmount;
        openAmount = openAmount == null ? zero : openAmount;
    }

    /** What moved where the money is kept: in the currency in which it was settled. */
    Money cash() {
        return settledAmount == null || settledAmount.currency().equals(amount.currency()) ? amount : settledAmount;
    }

    record Reference(UUID invoiceId) {}

    record Settlement(Money toInvoice, Money toCustomerCredit, Money toRefund, Money external) {}

    record Returned(UUID creditId, String kind, Money amount) {}

    /** An invoice that money had settled. */
    record Part(UUID invoiceId, Money amount, Money discountTaken, Money difference, Money taxShare, List<Line> lines) {

        Money settled() {
            Money settled = discountTaken == null ? amount : amount.plus(discountTaken);
            return difference == null ? settled : settled.plus(difference);
        }

        Money tax() {
            Money zero = Money.zero(amount.currency());
            return lines == null
                    ? zero
                    : lines.stream()
                            .map(line -> line.taxAmount() == null ? zero : line.taxAmount())
                            .reduce(zero, Money::plus);
        }
    }

    record Line(Money taxAmount) {}
}
