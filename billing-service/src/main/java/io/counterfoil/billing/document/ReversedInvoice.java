package io.counterfoil.billing.document;

import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.UUID;

/** What of one invoice is taken back by a refund or a dispute, per line. */
public record ReversedInvoice(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        Integer contractVersion,
        Money amount,
        Money netAmount,
        Money taxShare,
        Money openAmount,
        List<ReversedLine> lines) {}
