package io.counterfoil.customer.onboarding;

import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Ends what was opened when it was not certain whom an outside account means: the task and the exception. */
@Dependent
class SettleAmbiguity {

    private final Reviews reviews;
    private final Troubles troubles;

    @Inject
    SettleAmbiguity(Reviews reviews, Troubles troubles) {
        this.reviews = reviews;
        this.troubles = troubles;
    }

    /** It became certain without the task: by a link, by a merge, by what the system says now. */
    void withoutTask(ExternalReference reference, GoldenRecord meant, boolean isNew) {
        if (reviews.settled(reference, meant.customerId(), isNew)) {
            end(reference, "settled without the task: customer " + meant.customerNumber());
        }
    }

    /** A person has decided the task. */
    void decided(Review review, GoldenRecord meant, boolean isNew, String reason) {
        reviews.decided(review.reviewId(), isNew, meant.customerId(), reason);
        end(review.reference(), "decided: customer " + meant.customerNumber());
    }

    private void end(ExternalReference reference, String note) {
        troubles.settle(
                ParkAmbiguity.ORIGIN,
                reference.toString(),
                Correlation.current().actor(),
                note);
    }
}
