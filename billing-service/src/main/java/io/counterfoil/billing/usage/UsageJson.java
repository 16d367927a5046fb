package io.counterfoil.billing.usage;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Usage on the wire. */
public final class UsageJson {

    private UsageJson() {}

    /**
     * What became of each record, in the order in which they came.
     *
     * @param accepted how many were new and are kept
     * @param duplicates how many were there already
     * @param refused how many are wrong; each says why
     */
    public record Answer(int accepted, int duplicates, int refused, List<RecordAnswer> records) {}

    /** One record's answer: ACCEPTED, DUPLICATE or REFUSED. */
    public record RecordAnswer(String key, String outcome, String code, String reason) {
        static RecordAnswer of(Outcome outcome) {
            return new RecordAnswer(outcome.key(), outcome.kind().name(), outcome.code(), outcome.reason());
        }
    }

    /** What was used so far in the open periods of a subscription. */
    public record CurrentUsage(UUID subscriptionId, LocalDate asOf, List<MeterUsage> meters, Money estimatedTotal) {}

    /** What was used so far of one charge in its open period, and what it would cost if nothing followed. */
    public record MeterUsage(
            String chargeId,
            String meterId,
            LocalDate periodStart,
            LocalDate periodEnd,
            String quantity,
            Money estimate) {
        static MeterUsage of(String chargeId, Accrual accrual) {
            return new MeterUsage(
                    chargeId,
                    accrual.meterId(),
                    accrual.period().start(),
                    accrual.period().end(),
                    accrual.quantity().text(),
                    accrual.amount());
        }
    }
}
