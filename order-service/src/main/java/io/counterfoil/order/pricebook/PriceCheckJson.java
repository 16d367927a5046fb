package io.counterfoil.order.pricebook;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.pricing.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Price checks on the wire. */
public final class PriceCheckJson {

    private static final int MOST_LINES = 500;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    /** The channels through which partners may order. */
    private static final List<String> OUTSIDE = List.of(PriceScope.PARTNERS, PriceScope.API);

    private PriceCheckJson() {}

    /** Prices that somebody would like to ask. */
    public record Question(
            String legalEntityId,
            String currency,
            String region,
            String segment,
            String channel,
            LocalDate asOf,
            List<Line> lines) {

        /** The prices as values; names every field that is none. */
        List<UnitPrice> prices() {
            List<FieldError> errors = new ArrayList<>();
            List<UnitPrice> read = new ArrayList<>();
            if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
                throw new Invalid("/lines", "must be from 1 to " + MOST_LINES);
            }
            if (asOf != null && (asOf.getYear() < FIRST_YEAR || asOf.getYear() > LAST_YEAR)) {
                errors.add(new FieldError("/asOf", "must be from " + FIRST_YEAR + " to " + LAST_YEAR));
            }
            try {
                Money.decimals(currency);
            } catch (Refusal wrong) {
                errors.add(new FieldError("/currency", wrong.getMessage()));
            }
            for (int i = 0; i < lines.size(); i++) {
                read.add(price(lines.get(i), "/lines/" + i, errors));
            }
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
            return read;
        }

        /** For whom is asked; a partner asks for the channels through which it may order. */
        PriceScope scope(boolean staff) {
            if (!staff && channel != null && !OUTSIDE.contains(channel)) {
                throw new Invalid("/channel", "must be one through which you may order: " + OUTSIDE);
            }
            String through = staff || channel != null ? channel : PriceScope.PARTNERS;
            return new PriceScope(legalEntityId, region, segment, through);
        }

        private static UnitPrice price(Line line, String at, List<FieldError> errors) {
            try {
                if (line != null && line.productId() != null) {
                    return UnitPrice.of(line.unitPrice());
                }
                errors.add(new FieldError(at + "/productId", "is required"));
            } catch (Refusal wrong) {
                errors.add(new FieldError(at + "/unitPrice", wrong.getMessage()));
            }
            return null;
        }
    }

    /** One price. */
    public record Line(String productId, String unitPrice) {}

    /** What the price books say, line by line. */
    public record Answer(LocalDate asOf, boolean allowed, List<Verdict> lines) {}

    /**
     * Whether a price may be asked.
     *
     * @param rule the one that it breaks; null when it is allowed
     * @param approvalNeeded true when a quote may ask it with the approval of two
     * @param lowestPrice that nobody must approve
     */
    public record Verdict(
            String productId,
            String unitPrice,
            boolean allowed,
            PriceRule rule,
            boolean approvalNeeded,
            String priceBookId,
            String listPrice,
            String lowestPrice,
            String lowestPriceWithApproval,
            String highestPrice) {

        static Verdict of(Line line, UnitPrice asked, ListedPrice listed, String currency) {
            if (listed == null) {
                return new Verdict(
                        line.productId(),
                        asked.text(currency),
                        false,
                        PriceRule.PRICE_NOT_LISTED,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            PriceRule broken = listed.brokenBy(asked).orElse(null);
            return new Verdict(
                    line.productId(),
                    asked.text(currency),
                    broken == null,
                    broken,
                    broken != null && broken.isForApprovers(),
                    listed.priceBookId(),
                    listed.unitPrice().text(currency),
                    listed.lowest().text(currency),
                    listed.lowestWithApproval().text(currency),
                    listed.highest().text(currency));
        }

        /** As a partner may read it: not how far we would go, nor which rule it was that forbids it. */
        Verdict toOutsiders() {
            boolean named = rule == null || rule == PriceRule.PRICE_NOT_LISTED;
            PriceRule told = named ? rule : PriceRule.PRICE_OUT_OF_TOLERANCE;
            return new Verdict(productId, unitPrice, allowed, told, false, null, listPrice, null, null, null);
        }
    }
}
