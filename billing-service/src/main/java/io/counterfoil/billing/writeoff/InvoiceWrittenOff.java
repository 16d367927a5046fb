package io.counterfoil.billing.writeoff;

import io.counterfoil.billing.document.ReversedLine;
import io.counterfoil.billing.document.Subtotal;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is open of the invoice is given up.
 *
 * @param openAmount what is still open, since it is disputed
 */
public record InvoiceWrittenOff(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        String orderNumber,
        UUID contractId,
        Integer contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        String reasonCode,
        String reason,
        String proposedBy,
        String approver,
        Money amount,
        Money openAmount,
        List<ReversedLine> lines,
        List<Subtotal> taxSubtotals,
        Money netAmount,
        Money taxAmount,
        boolean taxRelief,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.invoice.written-off.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return invoiceId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
