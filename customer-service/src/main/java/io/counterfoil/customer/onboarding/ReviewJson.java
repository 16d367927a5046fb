package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.matching.Candidate;
import java.util.List;
import java.util.UUID;

/** What goes over the wire about reviews. */
final class ReviewJson {

    private ReviewJson() {}

    /** A person's decision: either who is meant, or that it is a new customer. */
    public record Decision(UUID customerId, Boolean newCustomer, String reason) {

        DecideReview.Verdict verdict() {
            if ((customerId != null) == Boolean.TRUE.equals(newCustomer)) {
                throw new Invalid("", "needs either customerId or newCustomer, which is true");
            }
            return new DecideReview.Verdict(customerId, reason);
        }
    }

    /** The task with the golden records of the candidates as they are now. */
    public record SideBySide(@JsonUnwrapped Review review, List<Side> sides) {}

    /** One candidate beside what is said, with the names of the attributes in which both differ. */
    public record Side(Candidate candidate, GoldenRecord goldenRecord, List<String> differs) {}
}
