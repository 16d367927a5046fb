package io.counterfoil.ledger.report;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.balance.TrialBalances;
import io.counterfoil.ledger.schedule.AsOf;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How deferred revenue came to be what it is: from the postings on its control account, by purpose. */
@Dependent
class DeferredRollForward {

    private final TrialBalances balances;

    @Inject
    DeferredRollForward(TrialBalances balances) {
        this.balances = balances;
    }

    ReportJson.RollForward of(String legalEntityId, YearMonth from, YearMonth to, AsOf asOf) {
        Map<String, Map<String, Part>> byCurrency = new TreeMap<>();
        for (TrialBalances.Moved moved : balances.controls(legalEntityId, until(to, asOf), asOf.knownAt())) {
            if (moved.controlKind().equals("DEFERRED_REVENUE")) {
                byCurrency
                        .computeIfAbsent(moved.amount().currency(), currency -> new TreeMap<>())
                        .merge(moved.month(), Part.of(moved), Part::plus);
            }
        }
        List<ReportJson.RollForwardMonth> months = new ArrayList<>();
        byCurrency.forEach((currency, parts) -> months.addAll(months(currency, parts, from, to)));
        return new ReportJson.RollForward(legalEntityId, asOf.effectiveOn(), asOf.knownAt(), months);
    }

    private static LocalDate until(YearMonth to, AsOf asOf) {
        LocalDate end = to.atEndOfMonth();
        return asOf.effectiveOn() == null || asOf.effectiveOn().isAfter(end) ? end : asOf.effectiveOn();
    }

    private static List<ReportJson.RollForwardMonth> months(
            String currency, Map<String, Part> parts, YearMonth from, YearMonth to) {
        Money opening = parts.entrySet().stream()
                .filter(part -> part.getKey().compareTo(from.toString()) < 0)
                .map(part -> part.getValue().sum())
                .reduce(Money.zero(currency), Money::plus);
        List<ReportJson.RollForwardMonth> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            Part part = parts.getOrDefault(month.toString(), Part.none(currency));
            Money closing = opening.plus(part.sum());
            months.add(new ReportJson.RollForwardMonth(
                    month.toString(),
                    currency,
                    opening,
                    part.billed(),
                    part.recognised().negated(),
                    part.credited(),
                    part.reclassified(),
                    closing));
            opening = closing;
        }
        return months;
    }

    private record Part(Money billed, Money recognised, Money credited, Money reclassified) {

        static Part none(String currency) {
            Money none = Money.zero(currency);
            return new Part(none, none, none, none);
        }

        static Part of(TrialBalances.Moved moved) {
            Money none = Money.zero(moved.amount().currency());
            return switch (moved.purpose()) {
                case "INVOICE" -> new Part(moved.amount(), none, none, none);
                case "RECOGNITION" -> new Part(none, moved.amount(), none, none);
                case "CONTRACT_ASSET" -> new Part(none, none, none, moved.amount());
                default -> new Part(none, none, moved.amount(), none);
            };
        }

        Part plus(Part other) {
            return new Part(
                    billed.plus(other.billed),
                    recognised.plus(other.recognised),
                    credited.plus(other.credited),
                    reclassified.plus(other.reclassified));
        }

        Money sum() {
            return billed.plus(recognised).plus(credited).plus(reclassified);
        }
    }
}
