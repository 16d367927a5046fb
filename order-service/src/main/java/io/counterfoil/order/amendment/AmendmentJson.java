package io.counterfoil.order.amendment;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.ChangePreview;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.journey.Stay;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Amendments on the wire. */
public final class AmendmentJson {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private AmendmentJson() {}

    /**
     * What is wanted; which fields it needs depends on its kind.
     *
     * @param confirmed true to go on without somebody looking at the preview
     */
    public record Request(
            UUID contractId,
            AmendmentKind kind,
            UUID lineId,
            LocalDate effectiveDate,
            String productId,
            String quantity,
            String unitPrice,
            LocalDate endDate,
            Boolean alignCycle,
            String reason,
            Boolean confirmed) {

        /** Refuses it naming all fields that are wrong. */
        void check() {
            List<FieldError> errors = new ArrayList<>();
            required("/contractId", contractId, errors);
            required("/kind", kind, errors);
            required("/lineId", lineId, errors);
            if (kind != null) {
                if (kind.bringsProduct()) {
                    required("/productId", productId, errors);
                    required("/unitPrice", unitPrice, errors);
                }
                if (kind == AmendmentKind.QUANTITY) {
                    required("/quantity", quantity, errors);
                }
                if (kind == AmendmentKind.PRICE) {
                    required("/unitPrice", unitPrice, errors);
                }
                if (kind == AmendmentKind.CO_TERM) {
                    required("/endDate", endDate, errors);
                }
            }
            sensible("/effectiveDate", effectiveDate, errors);
            sensible("/endDate", endDate, errors);
            readable(quantity, Quantity::of, "/quantity", errors);
            readable(unitPrice, UnitPrice::of, "/unitPrice", errors);
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
        }

        private static void required(String pointer, Object value, List<FieldError> errors) {
            if (value == null) {
                errors.add(new FieldError(pointer, "is required for this kind of amendment"));
            }
        }

        private static void sensible(String pointer, LocalDate day, List<FieldError> errors) {
            if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
                errors.add(new FieldError(pointer, "must be from " + FIRST_YEAR + " to " + LAST_YEAR));
            }
        }

        private static void readable(String text, Function<String, ?> reader, String pointer, List<FieldError> errors) {
            try {
                if (text != null) {
                    reader.apply(text);
                }
            } catch (Refusal wrong) {
                errors.add(new FieldError(pointer, wrong.getMessage()));
            }
        }
    }

    /** Why it is taken back. */
    public record Reason(String reason) {}

    /** An amendment as it is. */
    public record View(
            UUID amendmentId,
            String amendmentNumber,
            UUID contractId,
            UUID orderId,
            UUID customerId,
            UUID lineId,
            AmendmentKind kind,
            AmendmentState state,
            Change wanted,
            Subscription before,
            ChangePreview preview,
            UUID subscriptionId,
            LocalDate effectiveDate,
            UUID invoiceId,
            UUID reversalInvoiceId,
            String reason,
            String createdBy,
            String correlationId,
            List<Stay> states,
            int version) {}
}
