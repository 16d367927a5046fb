package io.counterfoil.billing.amendment;

import io.counterfoil.billing.amendment.RecordedChange.State;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.timeline.Change;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.billing.timeline.Details;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.billing.timeline.Timeline.Standing;
import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Changes of subscriptions on the wire. */
public final class ChangeJson {

    private static final String DECIMAL = "\\d{1,12}(\\.\\d{1,8})?";

    private ChangeJson() {}

    /** When a change is to come into effect, where no date is given. */
    public enum Effective {
        NOW,
        END_OF_PERIOD,
        END_OF_TERM
    }

    /**
     * A change that is wanted; which fields it needs depends on its kind.
     *
     * @param amendmentId the id that the change is to have: that of the amendment of which it is the effect; a new one when absent
     * @param planId the plan that comes, or goes, or is sold in another quantity or at another price
     * @param replacesPlanId the plan in whose place it comes; the one of the subscription when absent
     */
    public record Wanted(
            @NotNull ChangeKind kind,
            UUID amendmentId,
            LocalDate effectiveDate,
            Effective effective,
            String planId,
            String replacesPlanId,
            @Size(max = 100) String productId,
            @Size(max = 200) String productName,
            @Pattern(regexp = "-?" + DECIMAL) String quantity,
            @Pattern(regexp = DECIMAL) String unitPrice,
            LocalDate endDate,
            @Min(1) @Max(120) Integer termMonths,
            @Min(1) @Max(31) Integer anchorDay,
            Boolean alignCycle,
            @Pattern(regexp = "-?\\d{1,3}(\\.\\d{1,4})?") String upliftPercent,
            @Size(max = 500) String reason) {}

    /** How a plan of a subscription stood: the one that a change concerns, else the subscription's own. */
    public record Stood(String planId, String productId, String quantity, String unitPrice, LocalDate endDate) {

        static Stood before(Change change, Timeline timeline) {
            Standing standing = timeline.before(change);
            String concerned = change.details().planId();
            Optional<ChargeTerms> terms = Stream.of(concerned, standing.planId())
                    .flatMap(plan ->
                            standing.terms().stream().filter(one -> one.planId().equals(plan)))
                    .findFirst();
            return new Stood(
                    terms.map(ChargeTerms::planId).orElse(standing.planId()),
                    terms.map(ChargeTerms::productId).orElse(null),
                    terms.map(one -> one.quantity().value().toPlainString()).orElse(null),
                    terms.map(one -> one.unitPrice().value().toPlainString()).orElse(null),
                    standing.end());
        }
    }

    /**
     * A change that was recorded.
     *
     * @param before how what it concerns stands on its day without it, by all that is known now
     */
    public record ChangeView(
            UUID changeId,
            UUID subscriptionId,
            int number,
            ChangeKind kind,
            State state,
            LocalDate effectiveDate,
            LocalDate endDate,
            String planId,
            String quantity,
            String unitPrice,
            Integer anchorDay,
            String upliftRate,
            String reason,
            Instant recordedAt,
            String recordedBy,
            UUID invoiceId,
            Stood before) {

        static ChangeView of(UUID subscriptionId, RecordedChange recorded, Timeline timeline) {
            Change change = recorded.change();
            Details details = change.details();
            return new ChangeView(
                    change.changeId(),
                    subscriptionId,
                    change.number(),
                    change.kind(),
                    recorded.state(),
                    change.effectiveDate(),
                    details.endDate(),
                    details.terms().isEmpty()
                            ? details.planId()
                            : details.terms().get(0).planId(),
                    details.quantity() == null
                            ? null
                            : details.quantity().value().toPlainString(),
                    details.unitPrice() == null
                            ? null
                            : details.unitPrice().value().toPlainString(),
                    details.anchorDay(),
                    details.uplift() == null ? null : details.uplift().text(),
                    details.reason(),
                    recorded.recordedAt(),
                    recorded.recordedBy(),
                    recorded.invoiceId(),
                    Stood.before(change, timeline));
        }
    }

    /** All changes of a subscription. */
    public record History(List<ChangeView> items) {}

    /** What a change would bill, and what it would do to later invoices. Nothing of it is stored. */
    public record PreviewView(
            ChangeKind kind,
            LocalDate effectiveDate,
            LocalDate billedOn,
            List<LineView> lines,
            List<LineView> pendingLines,
            Money netAmount,
            Money taxAmount,
            Money totalAmount,
            List<LaterInvoice> laterInvoices) {}

    /** A line of a preview. */
    public record LineView(
            ItemType type,
            String productId,
            String description,
            String chargeId,
            ServicePeriod servicePeriod,
            String quantity,
            String unitPrice,
            Money lineNetAmount,
            Money taxAmount,
            UUID originalLineId,
            LocalDate dueOn) {}

    /** What an invoice of a day would come to without the change and with it. */
    public record LaterInvoice(LocalDate date, Money netBefore, Money netAfter) {}
}
