package io.counterfoil.ledger.report;

import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The reports on revenue as they travel. */
public final class ReportJson {

    private ReportJson() {}

    /** Deferred revenue month by month: opening + billed − recognised + credited + reclassified = closing. */
    public record RollForward(
            String legalEntityId, LocalDate effectiveOn, Instant knownAt, List<RollForwardMonth> items) {}

    /**
     * One month in one currency.
     *
     * @param credited what reversals took out, negative, and what taking them back put in
     * @param reclassified what stands as a contract asset instead, less what went back
     */
    public record RollForwardMonth(
            String month,
            String currency,
            Money opening,
            Money billed,
            Money recognised,
            Money credited,
            Money reclassified,
            Money closing) {}

    /** What was and what will be recognised, month by month and product by product. */
    public record Waterfall(
            String legalEntityId,
            LocalDate from,
            int months,
            LocalDate effectiveOn,
            Instant knownAt,
            List<WaterfallRow> items) {}

    /** One product in one currency; {@code later} is planned after the last month. */
    public record WaterfallRow(
            String productId, String currency, List<WaterfallMonth> months, Money later, Money total) {}

    /** What a month has recognised, and what is planned for it. */
    public record WaterfallMonth(String month, Money recognised, Money planned) {}

    /** What customers were promised and did not get yet. */
    public record Remaining(String legalEntityId, LocalDate effectiveOn, Instant knownAt, List<RemainingRow> items) {}

    /**
     * One product in one currency.
     *
     * @param promised its share of the prices of all contracts, less what was reversed
     * @param remaining what of it is not recognised
     * @param unbilled what of the remaining was not billed yet
     */
    public record RemainingRow(
            String productId,
            String currency,
            long obligations,
            Money promised,
            Money recognised,
            Money remaining,
            Money unbilled) {}
}
