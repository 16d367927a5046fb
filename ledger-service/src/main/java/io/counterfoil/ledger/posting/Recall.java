package io.counterfoil.ledger.posting;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.ledger.revenue.EarnedShares;
import io.counterfoil.ledger.schedule.Bend;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What {@link Lookback} answered when something was posted long ago, found again from what was stored then. */
@Dependent
class Recall {

    private final Database database;
    private final EarnedShares shares;
    private final OriginalRates rates;
    private final Losses losses;

    @Inject
    Recall(Database database, EarnedShares shares, OriginalRates rates, Losses losses) {
        this.database = database;
        this.shares = shares;
        this.rates = rates;
        this.losses = losses;
    }

    /** The answers as they were before the entry with that place in the journal. */
    Lookback.Answers answer(Lookback.Questions asked, long ordinal) {
        Map<UUID, Lookback.GivenUp> givenUp = givenUp(asked.givenUp, ordinal);
        List<EarnedShares.Reversal> reversals = new ArrayList<>(asked.reversals);
        Set<Lookback.MoneyOf> settling = losses.settling(asked.returned, givenUp);
        asked.unlessRecovered.forEach((reversal, money) -> {
            if (!Lookback.Answers.isRecovered(money, givenUp, settling)) {
                reversals.add(reversal);
            }
        });
        Map<UUID, List<EarnedShares.Split>> released = new HashMap<>();
        asked.releases.forEach(
                each -> released.put(each.causeId(), shares.recalled(each.causeId(), Bend.Kind.RELEASE, null)));
        Map<UUID, List<EarnedShares.Split>> restored = new HashMap<>();
        asked.takeBacks.forEach(
                each -> restored.put(each.causeId(), shares.recalled(each.by(), Bend.Kind.RESTORE, each.causeId())));
        return new Lookback.Answers(
                reversed(reversals),
                restored,
                released,
                givenUp,
                accrued(asked.accruals.keySet(), ordinal),
                booked(asked.foreign, ordinal),
                rates.of(asked.rates),
                settling);
    }

    /** In the order in which it is asked for, whatever the order in which it was stored. */
    private Map<UUID, List<EarnedShares.Split>> reversed(List<EarnedShares.Reversal> reversals) {
        Map<UUID, Map<UUID, Deque<EarnedShares.Split>>> stored = new HashMap<>();
        Map<UUID, List<EarnedShares.Split>> reversed = new HashMap<>();
        for (EarnedShares.Reversal reversal : reversals) {
            EarnedShares.Split split = stored.computeIfAbsent(reversal.causeId(), this::byLine)
                    .getOrDefault(reversal.invoiceLineId(), new ArrayDeque<>())
                    .poll();
            if (split != null) {
                reversed.computeIfAbsent(reversal.causeId(), id -> new ArrayList<>())
                        .add(split);
            }
        }
        return reversed;
    }

    private Map<UUID, Deque<EarnedShares.Split>> byLine(UUID causeId) {
        Map<UUID, Deque<EarnedShares.Split>> byLine = new HashMap<>();
        shares.recalled(causeId, Bend.Kind.SHRINK, null)
                .forEach(split -> byLine.computeIfAbsent(split.invoiceLineId(), id -> new ArrayDeque<>())
                        .add(split));
        return byLine;
    }

    private Map<UUID, Lookback.GivenUp> givenUp(Collection<UUID> invoiceIds, long ordinal) {
        return found(
                """
                select p.item_id as id,
                       coalesce(sum(case side when 'DEBIT' then amount_minor else -amount_minor end)
                           filter (where item = 'BAD_DEBT'), 0)::bigint as bad_debt,
                       coalesce(sum(amount_minor) filter (where item = 'BAD_DEBT' and purpose = 'RECOVERY'), 0)::bigint as recovered,
                       coalesce(sum(amount_minor) filter (where item = 'RECOVERABLES' and purpose = 'RECOVERY'), 0)::bigint as recoverables,
                       coalesce(bool_or(p.dimensions ->> 'method' = 'ALLOWANCE'), false) as by_allowance
                from posting p join journal_entry e on e.id = p.entry_id
                where item in ('BAD_DEBT', 'RECOVERABLES') and item_id = any(?) and e.ordinal < ? group by item_id
                """,
                invoiceIds,
                ordinal,
                Lookback.GivenUp::of);
    }

    private Map<UUID, Lookback.Accrued> accrued(Collection<UUID> accrualIds, long ordinal) {
        return found(
                """
                select p.item_id as id, p.currency, bool_or(p.dimensions ->> 'conditional' = 'true') as conditional,
                       sum(case side when 'DEBIT' then amount_minor else -amount_minor end)::bigint as minor,
                       sum(case side when 'DEBIT' then functional_minor else -functional_minor end)::bigint as booked
                from posting p join journal_entry e on e.id = p.entry_id
                where item = 'ACCRUED' and item_id = any(?) and e.ordinal < ? group by item_id, p.currency
                """,
                accrualIds,
                ordinal,
                Lookback.Accrued::of);
    }

    private Map<UUID, Lookback.Booked> booked(Collection<UUID> keys, long ordinal) {
        return found(
                """
                select b.key_id as id, sum(minor)::bigint as minor, sum(functional_minor)::bigint as functional_minor
                from foreign_balance b join journal_entry e on e.id = b.entry_id
                where key_id = any(?) and e.ordinal < ? group by key_id
                """,
                keys,
                ordinal,
                row -> new Lookback.Booked(row.longValue("minor"), row.longValue("functional_minor")));
    }

    private <T> Map<UUID, T> found(String sql, Collection<UUID> ids, long ordinal, Function<Row, T> read) {
        Map<UUID, T> found = new HashMap<>();
        if (!ids.isEmpty()) {
            database.query(sql, ids, ordinal).list(row -> found.put(row.uuid("id"), read.apply(row)));
        }
        return found;
    }
}
