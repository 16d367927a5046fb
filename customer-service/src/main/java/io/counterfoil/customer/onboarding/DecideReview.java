package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Json;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.customer.Proposal;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** A person says whom an outside account means: one of the candidates, another customer, or nobody whom we know. */
@UseCase
class DecideReview {

    private final Reviews reviews;
    private final Matching matching;
    private final Identities identities;
    private final GoldenRecords records;
    private final TakeWord takeWord;
    private final SettleAmbiguity settle;
    private final AuditTrail audit;

    @Inject
    DecideReview(
            Reviews reviews,
            Matching matching,
            Identities identities,
            GoldenRecords records,
            TakeWord takeWord,
            SettleAmbiguity settle,
            AuditTrail audit) {
        this.reviews = reviews;
        this.matching = matching;
        this.identities = identities;
        this.records = records;
        this.takeWord = takeWord;
        this.settle = settle;
        this.audit = audit;
    }

    Review handle(UUID reviewId, Verdict verdict) {
        verdict.check();
        Review review = locked(reviewId);
        Said said = review.word();
        ExternalReference reference = review.reference();
        GoldenRecord meant = verdict.customerId() == null
                ? begin(reference, said, verdict)
                : same(verdict.customerId(), reference, said, verdict);
        identities.confirm(reference);
        identities.told(reference, said.sourceVersion());
        settle.decided(review, meant, verdict.customerId() == null, verdict.reason());
        Review decided = reviews.get(reviewId);
        keep(review, decided);
        return decided;
    }

    /** Identities are locked before the task, as by an onboarding that settles it: nobody waits in a circle. */
    private Review locked(UUID reviewId) {
        Review read = reviews.get(reviewId);
        Attributes said = read.word().attributes();
        matching.lock(List.of(read.reference()), said.taxRegistrations(), said.likeness());
        Review review = reviews.locked(reviewId);
        if (!review.state().equals("OPEN")) {
            throw new IllegalMove("Match review " + reviewId, review.state(), "be decided", List.of());
        }
        if (review.version() != read.version()) {
            throw new IllegalMove(
                    "Match review " + reviewId,
                    "about another word since just now",
                    "be decided by the one before",
                    List.of("read it again"));
        }
        return review;
    }

    private GoldenRecord begin(ExternalReference reference, Said said, Verdict verdict) {
        List<TaxRegistration> free = said.attributes().taxRegistrations().stream()
                .filter(each -> identities.holdersOf(List.of(each)).isEmpty())
                .toList();
        release(reference, null, verdict);
        Proposal proposal =
                new Proposal(said.attributes().with(free), said.proposal().state());
        return records.begin(
                proposal, List.of(reference), new Origin(reference.system(), MatchedBy.REVIEW, verdict.reason(), null));
    }

    private GoldenRecord same(UUID customerId, ExternalReference reference, Said said, Verdict verdict) {
        release(reference, customerId, verdict);
        return takeWord.of(records.locked(customerId), reference, said, MatchedBy.REVIEW);
    }

    /** Whoever held the reference is not whom it means. */
    private void release(ExternalReference reference, UUID meant, Verdict verdict) {
        identities.holderOf(reference).filter(holder -> !holder.equals(meant)).ifPresent(holder -> {
            if (meant != null && meant.compareTo(holder) < 0) {
                records.locked(meant);
            }
            GoldenRecord loser = records.locked(holder).without(reference);
            records.revise(loser, Origin.person(verdict.reason()));
        });
    }

    private void keep(Review before, Review after) {
        JsonNode was = Json.strict().valueToTree(before);
        JsonNode is = Json.strict().valueToTree(after);
        audit.keep(new Audited(
                "match-review",
                after.reviewId().toString(),
                "decided " + after.decision(),
                Audited.API,
                after.reason(),
                was,
                is));
    }

    /**
     * The decision.
     *
     * @param customerId who is meant; null: nobody whom we know
     */
    record Verdict(UUID customerId, String reason) {

        void check() {
            if (reason == null || reason.isBlank() || reason.length() > 500) {
                throw new io.counterfoil.common.http.Invalid("/reason", "is needed, with at most 500 characters");
            }
        }
    }
}
