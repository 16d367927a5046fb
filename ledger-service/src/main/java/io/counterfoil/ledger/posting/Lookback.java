package io.counterfoil.ledger.posting;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import io.counterfoil.ledger.accrual.Accruals;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.rate.Rate;
import io.counterfoil.ledger.revenue.EarnedShares;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks up, for a set of documents at once, what their entries depend on, and lets schedules shrink as they say. */
@Dependent
class Lookback {

    private final Database database;
    private final EarnedShares shares;
    private final Losses losses;
    private final Accruals accruals;
    private final OriginalRates rates;

    @Inject
    Lookback(Database database, EarnedShares shares, Losses losses, Accruals accruals, OriginalRates rates) {
        this.database = database;
        this.shares = shares;
        this.losses = losses;
        this.accruals = accruals;
        this.rates = rates;
    }

    private record Posted(UUID documentId, Purpose purpose) {}

    /** Money of a payment that goes back of an invoice. */
    record MoneyOf(UUID invoiceId, UUID paymentId) {}

    record TakeBack(UUID causeId, UUID by, LocalDate day) {}

    record Release(UUID causeId, List<UUID> lines, LocalDate day) {}

    /** What a set of documents wants to know. */
    static final class Questions {
        final List<EarnedShares.Reversal> reversals = new ArrayList<>();
        final Map<EarnedShares.Reversal, MoneyOf> unlessRecovered = new LinkedHashMap<>();
        final List<TakeBack> takeBacks = new ArrayList<>();
        final List<Release> releases = new ArrayList<>();
        final Set<UUID> givenUp = new HashSet<>();
        final Set<MoneyOf> money = new HashSet<>();
        final Set<MoneyOf> returned = new HashSet<>();
        final Map<UUID, LocalDate> accruals = new HashMap<>();
        final Map<UUID, LocalDate> credited = new HashMap<>();
        final Set<UUID> foreign = new HashSet<>();
        final Set<UUID> rates = new HashSet<>();
        final Set<Posted> posted = new HashSet<>();

        void reverse(EarnedShares.Reversal reversal) {
            reversals.add(reversal);
        }

        /** Unless this money came after the invoice was given up: then it never settled anything of its lines. */
        void reverseUnlessRecovered(MoneyOf money, EarnedShares.Reversal reversal) {
            unlessRecovered.put(reversal, money);
        }

        /** What became of the invoice of which it goes back, and whether it had settled that. */
        void cameBack(MoneyOf money) {
            givenUp(money.invoiceId());
            returned.add(money);
        }

        void takeBack(UUID causeId, UUID by, LocalDate day) {
            takeBacks.add(new TakeBack(causeId, by, day));
        }

        void release(UUID causeId, List<UUID> lines, LocalDate day) {
            releases.add(new Release(causeId, lines, day));
        }

        void givenUp(UUID invoiceId) {
            givenUp.add(invoiceId);
        }

        /** Refuses money of an invoice that was given up while it is not known how it came: its recovery may be on the way. */
        void moneyOf(UUID invoiceId, UUID paymentId) {
            if (paymentId != null) {
                money.add(new MoneyOf(invoiceId, paymentId));
            }
        }

        /** What of these was accrued is undone: a memo of the day takes back what they would have. */
        void credited(Collection<UUID> ids, LocalDate day) {
            ids.forEach(id -> credited.put(id, day));
        }

        void accruals(Collection<UUID> ids, LocalDate invoiced) {
            ids.forEach(id -> accruals.put(id, invoiced));
        }

        /** Refuses until the document was posted for that purpose. */
        void requirePosted(UUID documentId, Purpose purpose) {
            posted.add(new Posted(documentId, purpose));
        }

        void booked(UUID key) {
            foreign.add(key);
        }

        void rate(UUID invoiceId) {
            rates.add(invoiceId);
        }
    }

    /**
     * What was posted of an invoice that was given up.
     *
     * @param badDebt debited to bad debt, less what was credited again
     * @param recovered credited to bad debt when money came
     * @param recoverables credited to recoverables by the same money
     * @param byAllowance whether the loss was taken out of what had been set aside for it
     */
    record GivenUp(long badDebt, long recovered, long recoverables, boolean byAllowance) {
        static final GivenUp NOTHING = new GivenUp(0, 0, 0, false);

        static GivenUp of(Row row) {
            return new GivenUp(
                    row.longValue("bad_debt"),
                    row.longValue("recovered"),
                    row.longValue("recoverables"),
                    row.bool("by_allowance"));
        }

        /** Which line of a rule gives the account on which the loss stands. */
        Item loss() {
            return byAllowance ? Item.ALLOWANCE : Item.BAD_DEBT;
        }

        boolean isRecovered() {
            return recovered + recoverables > 0;
        }
    }

    /** What was delivered under an accrual and is not billed yet. */
    record Accrued(Money amount, long bookedMinor, boolean conditional) {

        static Accrued of(Row row) {
            return new Accrued(row.money("minor", "currency"), row.longValue("booked"), row.bool("conditional"));
        }
    }

    /** A foreign balance: its amount, and what that is worth in the books; debits less credits. */
    record Booked(long minor, long functionalMinor) {

        /** What a part of it is worth in the books; null where nothing is known of it. */
        Money part(Money part, String functional) {
            return minor == 0
                    ? null
                    : Rounding.share(
                                    Money.ofMinor(functionalMinor, functional),
                                    BigDecimal.valueOf(part.minor()),
                                    BigDecimal.valueOf(Math.abs(minor)))
                            .abs();
        }
    }

    /**
     * What is known now.
     *
     * @param settling money that had settled the invoice of which it goes back, before that was given up
     */
    record Answers(
            Map<UUID, List<EarnedShares.Split>> reversed,
            Map<UUID, List<EarnedShares.Split>> restored,
            Map<UUID, List<EarnedShares.Split>> released,
            Map<UUID, GivenUp> givenUp,
            Map<UUID, Accrued> accrued,
            Map<UUID, Booked> booked,
            Map<UUID, Rate> rates,
            Set<MoneyOf> settling) {

        boolean isRecovered(MoneyOf money) {
            return isRecovered(money, givenUp, settling);
        }

        /** Whether the money made good what had been given up. */
        static boolean isRecovered(MoneyOf money, Map<UUID, GivenUp> givenUp, Set<MoneyOf> settling) {
            return givenUp.getOrDefault(money.invoiceId(), GivenUp.NOTHING).isRecovered() && !settling.contains(money);
        }
    }

    /** Answers, and does to the schedules what was asked for. */
    Answers answer(Questions asked) {
        requirePosted(asked.posted);
        accruals.accrueBefore(asked.accruals);
        accruals.credited(asked.credited);
        Map<UUID, GivenUp> givenUp = losses.of(asked.givenUp);
        losses.requireRecovered(asked.money, givenUp);
        Set<MoneyOf> settling = losses.settling(asked.returned, givenUp);
        asked.unlessRecovered.forEach((reversal, money) -> {
            if (!Answers.isRecovered(money, givenUp, settling)) {
                asked.reversals.add(reversal);
            }
        });
        Map<UUID, List<EarnedShares.Split>> reversed = new HashMap<>();
        if (!asked.reversals.isEmpty()) {
            List<EarnedShares.Split> splits = shares.reverse(asked.reversals);
            for (int i = 0; i < splits.size(); i++) {
                UUID cause = asked.reversals.get(i).causeId();
                reversed.computeIfAbsent(cause, id -> new ArrayList<>()).add(splits.get(i));
            }
        }
        Map<UUID, List<EarnedShares.Split>> released = new HashMap<>();
        asked.releases.forEach(
                each -> released.put(each.causeId(), shares.release(each.causeId(), each.lines(), each.day())));
        Map<UUID, List<EarnedShares.Split>> restored = new HashMap<>();
        asked.takeBacks.forEach(
                each -> restored.put(each.causeId(), shares.takeBack(each.causeId(), each.by(), each.day())));
        return new Answers(
                reversed,
                restored,
                released,
                givenUp,
                accrued(asked.accruals.keySet()),
                booked(asked.foreign),
                rates.of(asked.rates),
                settling);
    }

    private void requirePosted(Set<Posted> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<Posted> missing = new HashSet<>(wanted);
        database.query(
                        "select document_id, purpose from journal_entry where document_id = any(?)",
                        wanted.stream().map(Posted::documentId).toList())
                .list(row -> missing.remove(new Posted(row.uuid("document_id"), Purpose.valueOf(row.text("purpose")))));
        if (!missing.isEmpty()) {
            Map<UUID, String> awaited = new HashMap<>();
            missing.forEach(
                    each -> awaited.put(each.documentId(), each.purpose().name()));
            throw new ComesBeforeItsCause(awaited);
        }
    }

    private Map<UUID, Accrued> accrued(Set<UUID> accrualIds) {
        Map<UUID, Accrued> found = new LinkedHashMap<>();
        if (!accrualIds.isEmpty()) {
            database.query(
                            """
                            select item_id, currency, bool_or(dimensions ->> 'conditional' = 'true') as conditional,
                                   sum(case side when 'DEBIT' then amount_minor else -amount_minor end)::bigint as minor,
                                   sum(case side when 'DEBIT' then functional_minor else -functional_minor end)::bigint as booked
                            from posting where item = 'ACCRUED' and item_id = any(?) group by item_id, currency
                            """,
                            accrualIds)
                    .list(row -> found.put(row.uuid("item_id"), Accrued.of(row)));
        }
        return found;
    }

    private Map<UUID, Booked> booked(Set<UUID> keys) {
        Map<UUID, Booked> found = new HashMap<>();
        if (!keys.isEmpty()) {
            database.query(
                            "select key_id, sum(minor)::bigint as minor, sum(functional_minor)::bigint as functional_minor"
                                    + " from foreign_balance where key_id = any(?) group by key_id",
                            keys)
                    .list(row -> found.put(
                            row.uuid("key_id"), new Booked(row.longValue("minor"), row.longValue("functional_minor"))));
        }
        return found;
    }
}
