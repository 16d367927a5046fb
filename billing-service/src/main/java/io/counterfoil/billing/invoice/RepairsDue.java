package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells within the transaction of an issue that an invoice is to be credited: what takes its lines back becomes a document of
 * its own, and not a negative invoice.
 *
 * @param billId the bill on which the repairs were
 * @param withTax the items whose amounts include the tax, as the price of the line did that they take back
 */
public record RepairsDue(
        UUID billId,
        UUID invoiceId,
        List<BillableItem> repairs,
        Set<UUID> withTax,
        LocalDate day,
        Map<String, String> policyVersions) {}
