package io.counterfoil.customer.credit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.customer.credit.CreditVerdict.Decision;
import io.counterfoil.customer.credit.CreditVerdict.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What goes over the wire about credit. */
final class CreditJson {

    private CreditJson() {}

    /** The limit that is wanted; without one nothing is checked. */
    public record Wanted(Money limit, CreditPolicy policy, Boolean suspendedByDunning, String reason) {

        void check() {
            if (policy == null) {
                throw new Invalid("/policy", "is needed");
            }
            if (policy != CreditPolicy.NONE && limit == null) {
                throw new Invalid("/limit", "is needed unless the policy is NONE");
            }
            if (limit != null && limit.isNegative()) {
                throw new Invalid("/limit", "is below zero");
            }
            if (reason == null || reason.isBlank() || reason.length() > 500) {
                throw new Invalid("/reason", "is needed, with at most 500 characters");
            }
        }
    }

    /** How much more a customer would like to have. */
    public record Question(UUID customerId, Money amount) {

        void check() {
            if (customerId == null) {
                throw new Invalid("/customerId", "is needed");
            }
            if (amount == null || amount.isNegative()) {
                throw new Invalid("/amount", "is needed, and not below zero");
            }
        }
    }

    /** The answer, with its figures. */
    public record Answer(
            UUID customerId,
            Money requested,
            Decision decision,
            ReasonCode reasonCode,
            String reason,
            UUID limitOf,
            Money limit,
            Figures exposure,
            Money available,
            List<Rate> rates,
            List<UUID> dependsOn,
            Instant checkedAt) {

        static Answer of(Question asked, CreditVerdict said, Instant now) {
            return new Answer(
                    asked.customerId(),
                    asked.amount(),
                    said.decision(),
                    said.reasonCode(),
                    said.reason(),
                    said.limitOf(),
                    said.limit(),
                    Figures.of(said.exposure()),
                    said.available(),
                    said.rates().stream().map(Rate::of).toList(),
                    said.dependsOn(),
                    now);
        }
    }

    /** By how much of the limit's currency one unit of another one was counted. */
    public record Rate(String from, String to, String rate, LocalDate validFrom) {

        static Rate of(ConversionRate rate) {
            return new Rate(rate.from(), rate.to(), rate.text(), rate.validFrom());
        }
    }

    /** What is at risk, with its sum. */
    public record Figures(
            Money openReceivables, Money unbilled, Money acceptedOrders, Money unappliedCash, Money total) {

        static Figures of(Exposure exposure) {
            return new Figures(
                    exposure.openReceivables(),
                    exposure.unbilled(),
                    exposure.acceptedOrders(),
                    exposure.unappliedCash(),
                    exposure.total());
        }
    }

    /** A customer's credit: its terms, what is at risk with it alone, and with all below it, in each currency. */
    public record View(
            @JsonUnwrapped CreditTerms terms, LocalDate asOf, List<Figures> own, List<Figures> withAllBelow) {}
}
