package io.counterfoil.order.renewal;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.order.journey.Stay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Renewals on the wire. */
public final class RenewalJson {

    private static final int LONGEST_TERM = 120;
    private static final int LONGEST_NOTICE = 365;

    private RenewalJson() {}

    /** How a contract is to go on. */
    public record Wanted(RenewalMode mode, Integer termMonths, String upliftPercent, Integer noticeDays) {

        void check() {
            List<FieldError> errors = new ArrayList<>();
            if (mode == null) {
                errors.add(new FieldError("/mode", "must be NONE, AUTO or QUOTE"));
            }
            if (termMonths == null || termMonths < 1 || termMonths > LONGEST_TERM) {
                errors.add(new FieldError("/termMonths", "must be from 1 to " + LONGEST_TERM));
            }
            if (noticeDays == null || noticeDays < 0 || noticeDays > LONGEST_NOTICE) {
                errors.add(new FieldError("/noticeDays", "must be from 0 to " + LONGEST_NOTICE));
            }
            if (upliftPercent != null && !upliftPercent.matches("-?\\d{1,3}(\\.\\d{1,4})?")) {
                errors.add(new FieldError("/upliftPercent", "must be a plain decimal, such as 3.5"));
            }
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
        }
    }

    /** How a contract goes on. */
    public record Terms(
            UUID contractId,
            RenewalMode mode,
            int termMonths,
            String upliftPercent,
            int noticeDays,
            LocalDate termEnd,
            int version) {

        static Terms of(RenewalTerms terms) {
            return new Terms(
                    terms.contractId(),
                    terms.mode(),
                    terms.termMonths(),
                    terms.upliftPercent(),
                    terms.noticeDays(),
                    terms.termEnd(),
                    terms.version());
        }
    }

    /** A renewal as it is. */
    public record View(
            UUID renewalId,
            String renewalNumber,
            UUID contractId,
            UUID orderId,
            UUID customerId,
            RenewalMode mode,
            RenewalState state,
            LocalDate periodStart,
            LocalDate periodEnd,
            int termMonths,
            String upliftPercent,
            String crmSystem,
            String crmRecord,
            String correlationId,
            List<Stay> states,
            int version) {}
}
