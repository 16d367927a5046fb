package io.counterfoil.order.dispute;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.journey.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Disputes on the wire. */
public final class DisputeJson {

    private static final int LONGEST = 400;

    private DisputeJson() {}

    /** What somebody disputes; all that is open of the invoice where no amount is given. */
    public record Request(UUID invoiceId, Money amount, String reasonCode, String reason) {

        void check() {
            List<FieldError> errors = new ArrayList<>();
            if (invoiceId == null) {
                errors.add(new FieldError("/invoiceId", "is required"));
            }
            if (amount != null && !amount.isPositive()) {
                errors.add(new FieldError("/amount", "must be above zero"));
            }
            if (reasonCode == null || !reasonCode.matches("[A-Z0-9_]{1,40}")) {
                errors.add(new FieldError("/reasonCode", "must be a code of capitals, such as NOT_DELIVERED"));
            }
            if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
                errors.add(new FieldError("/reason", "must have from 1 to " + LONGEST + " characters"));
            }
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
        }
    }

    /** What another person decides. */
    public record Decision(Boolean accepted, String note) {

        void check() {
            if (accepted == null) {
                throw new Invalid("/accepted", "is required");
            }
            if (note != null && (note.isBlank() || note.length() > LONGEST)) {
                throw new Invalid("/note", "must have from 1 to " + LONGEST + " characters");
            }
        }
    }

    /** A dispute as it is. */
    public record View(
            UUID disputeId,
            UUID invoiceId,
            UUID orderId,
            DisputeState state,
            Money amount,
            String reasonCode,
            String reason,
            UUID billingDisputeId,
            UUID creditMemoId,
            String note,
            String raisedBy,
            String decidedBy,
            String correlationId,
            List<Stay> states,
            int version) {}
}
