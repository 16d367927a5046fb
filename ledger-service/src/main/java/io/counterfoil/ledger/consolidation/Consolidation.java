package io.counterfoil.ledger.consolidation;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.account.AccountType;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.rate.Rate;
import io.counterfoil.ledger.rate.Rates;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds the books of all legal entities up in one currency: what they have and owe at the closing rate, what they earned and
 * spent at the average one. What the two rates leave open is the translation difference.
 */
@Dependent
class Consolidation {

    private static final Set<AccountType> STANDING =
            Set.of(AccountType.ASSET, AccountType.LIABILITY, AccountType.EQUITY);

    private final GroupBalances balances;
    private final Rates rates;
    private final BusinessClock clock;

    @Inject
    Consolidation(GroupBalances balances, Rates rates, BusinessClock clock) {
        this.balances = balances;
        this.rates = rates;
        this.clock = clock;
    }

    ConsolidationJson of(String currency, LocalDate asOf) {
        LocalDate day = asOf == null ? clock.today(ZoneOffset.UTC) : asOf;
        Map<String, ConsolidationJson.UsedRate> used = new TreeMap<>();
        Map<String, List<GroupBalances.Balance>> byAccount = new LinkedHashMap<>();
        balances.of(asOf).forEach(each -> byAccount
                .computeIfAbsent(each.account(), code -> new ArrayList<>())
                .add(each));
        List<ConsolidationJson.Line> lines = byAccount.values().stream()
                .map(group -> line(group, currency, day, used))
                .toList();
        Money off = Money.zero(currency);
        for (ConsolidationJson.Line line : lines) {
            off = line.normalSide() == Side.DEBIT ? off.plus(line.balance()) : off.minus(line.balance());
        }
        List<ConsolidationJson.Pair> pairs = pairs(asOf, currency, day, used);
        return new ConsolidationJson(
                currency,
                day,
                lines,
                off.negated(),
                List.copyOf(used.values()),
                pairs.stream().allMatch(pair -> pair.claimed().equals(pair.owed())),
                pairs);
    }

    private ConsolidationJson.Line line(
            List<GroupBalances.Balance> group,
            String currency,
            LocalDate day,
            Map<String, ConsolidationJson.UsedRate> used) {
        GroupBalances.Balance first = group.get(0);
        Money sum = Money.zero(currency);
        List<ConsolidationJson.Part> parts = new ArrayList<>();
        for (GroupBalances.Balance each : group) {
            Money own = first.normalSide() == Side.DEBIT
                    ? each.debit()
                    : each.debit().negated();
            Money translated = rate(each.debit().currency(), currency, day, STANDING.contains(each.type()), used)
                    .convert(own);
            parts.add(new ConsolidationJson.Part(each.legalEntityId(), own, translated));
            sum = sum.plus(translated);
        }
        return new ConsolidationJson.Line(first.account(), first.name(), first.type(), first.normalSide(), sum, parts);
    }

    private Rate rate(
            String base,
            String currency,
            LocalDate day,
            boolean standing,
            Map<String, ConsolidationJson.UsedRate> used) {
        Rates.Wanted wanted = new Rates.Wanted(base, currency, day);
        Rate rate = (standing ? rates.closing(wanted) : rates.average(wanted))
                .orElseThrow(() -> new NoGroupRate(base, currency, day));
        String type = standing ? "CLOSING" : "AVERAGE";
        used.put(
                base + type,
                new ConsolidationJson.UsedRate(base, type, rate.value().toPlainString(), rate.source(), rate.date()));
        return rate;
    }

    private List<ConsolidationJson.Pair> pairs(
            LocalDate asOf, String currency, LocalDate day, Map<String, ConsolidationJson.UsedRate> used) {
        Map<List<String>, Money[]> pairs = new LinkedHashMap<>();
        for (GroupBalances.Between each : balances.between(asOf)) {
            boolean claim = each.item().equals("DUE_FROM");
            List<String> key = claim
                    ? List.of(each.legalEntityId(), each.counterparty())
                    : List.of(each.counterparty(), each.legalEntityId());
            Money[] both = pairs.computeIfAbsent(key, k -> new Money[] {Money.zero(currency), Money.zero(currency)});
            Money translated =
                    rate(each.debit().currency(), currency, day, true, used).convert(each.debit());
            both[claim ? 0 : 1] = both[claim ? 0 : 1].plus(translated);
        }
        return pairs.entrySet().stream()
                .map(each -> new ConsolidationJson.Pair(
                        each.getKey().get(0), each.getKey().get(1), each.getValue()[0], each.getValue()[1]))
                .toList();
    }
}
