package io.counterfoil.ledger.obligation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.schedule.AsOf;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Contracts for reading, with what is billed and earned of each promise, effective on a day as known at a time. */
@Dependent
class RevenueContracts {

    private static final String EARNED =
            """
            with wanted as (select ?::uuid as contract_id, ?::date as day, ?::timestamptz as known)
            select s.performance_obligation_id, s.currency, sum(s.net_minor)::bigint as billed_minor,
                   sum(s.net_minor - s.deferred_minor + r.minor)::bigint as recognised_minor, bool_and(s.amount_minor - c.minor = r.minor) as finished
            from wanted w join revenue_schedule s on s.contract_id = w.contract_id
            cross join lateral (
                select coalesce(sum(amount_minor), 0) as minor from recognised_slice
                where schedule_id = s.id and (w.day is null or effective_date <= w.day) and (w.known is null or recorded_at <= w.known)) r
            cross join lateral (
                select coalesce(sum(case kind when 'RESTORE' then -shrunk_minor else shrunk_minor end), 0) as minor from schedule_change
                where schedule_id = s.id and (w.day is null or effective_day <= w.day) and (w.known is null or recorded_at <= w.known)) c
            where (w.day is null or s.billed_on <= w.day) and (w.known is null or s.recorded_at <= w.known) group by 1, 2
            """;

    private final Database database;
    private final Contracts contracts;
    private final Books books;
    private final BusinessClock clock;

    @Inject
    RevenueContracts(Database database, Contracts contracts, Books books, BusinessClock clock) {
        this.database = database;
        this.contracts = contracts;
        this.books = books;
        this.clock = clock;
    }

    List<RevenueContractJson> after(UUID contractId, String legalEntityId, UUID customerId, AsOf then, int limit) {
        return database.query(
                        """
                        select distinct on (contract_id) * from revenue_contract
                        where contract_id > ? and (?::text is null or legal_entity_id = ?) and (?::uuid is null or customer_id = ?)
                          and (?::timestamptz is null or recorded_at <= ?)
                        order by contract_id, version desc limit ?
                        """,
                        contractId,
                        legalEntityId,
                        legalEntityId,
                        customerId,
                        customerId,
                        then.knownAt(),
                        then.knownAt(),
                        limit)
                .list(row -> withPromises(read(row), then));
    }

    /** As it stands now. */
    Optional<RevenueContractJson> find(UUID contractId) {
        return find(contractId, AsOf.NOW);
    }

    Optional<RevenueContractJson> find(UUID contractId, AsOf then) {
        return database.query(
                        """
                        select * from revenue_contract where contract_id = ? and (?::timestamptz is null or recorded_at <= ?)
                        order by version desc limit 1
                        """,
                        contractId,
                        then.knownAt(),
                        then.knownAt())
                .one(row -> withPromises(read(row), then));
    }

    private RevenueContractJson withPromises(RevenueContractJson contract, AsOf then) {
        Map<String, Earned> earned = earned(contract.contractId(), then);
        LocalDate day = day(contract.legalEntityId(), then);
        List<RevenueContractJson.Promise> promises =
                contracts.ofContract(contract.contractId(), then.knownAt()).stream()
                        .map(obligation -> promise(obligation, earned.get(obligation.id()), day))
                        .toList();
        Money price = promises.stream()
                .map(RevenueContractJson.Promise::price)
                .reduce(Money.zero(contract.currency()), Money::plus);
        return contract.with(price, promises);
    }

    /** The day that decides what has come and what lies ahead. */
    private LocalDate day(String legalEntityId, AsOf then) {
        if (then.effectiveOn() != null) {
            return then.effectiveOn();
        }
        return books.of(legalEntityId).dayOf(then.knownAt() == null ? clock.now() : then.knownAt());
    }

    private record Earned(Money billed, Money recognised, boolean finished) {}

    /** What is earned at once is recognised with its invoice; the rest by runs, until all that the schedule earns is recognised. */
    private Map<String, Earned> earned(UUID contractId, AsOf then) {
        Map<String, Earned> earned = new HashMap<>();
        database.query(EARNED, contractId, then.effectiveOn(), then.knownAt())
                .list(row -> earned.put(
                        row.text("performance_obligation_id"),
                        new Earned(
                                row.money("billed_minor", "currency"),
                                row.money("recognised_minor", "currency"),
                                row.bool("finished"))));
        return earned;
    }

    private static RevenueContractJson.Promise promise(Obligation of, Earned earned, LocalDate day) {
        Money none = Money.zero(of.allocated().currency());
        Money billed = earned == null ? none : earned.billed();
        Money recognised = earned == null ? none : earned.recognised();
        Obligation.State state = of.state(day);
        boolean satisfied = state == Obligation.State.OPEN
                && earned != null
                && earned.finished()
                && billed.compareTo(of.price()) >= 0;
        return new RevenueContractJson.Promise(
                of.id(),
                of.lineId(),
                of.productId(),
                of.treatment(),
                (satisfied ? Obligation.State.SATISFIED : state).name(),
                of.standalone(),
                of.standaloneSource(),
                of.price(),
                of.allocated(),
                billed,
                recognised,
                remaining(of, state, earned, recognised),
                of.start(),
                of.end(),
                of.endsOn(),
                of.acts());
    }

    /** Of what was terminated only what is billed is still to be earned, until that is done. */
    private static Money remaining(Obligation of, Obligation.State state, Earned earned, Money recognised) {
        if (state != Obligation.State.TERMINATED) {
            return of.allocated().minus(recognised);
        }
        Money none = Money.zero(of.allocated().currency());
        return earned == null || earned.finished() ? none : earned.billed().minus(recognised);
    }

    private static RevenueContractJson read(Row row) {
        return new RevenueContractJson(
                row.uuid("contract_id"),
                row.longValue("version"),
                row.text("contract_number"),
                row.uuid("order_id"),
                row.uuid("customer_id"),
                row.text("legal_entity_id"),
                row.text("currency"),
                row.date("start_date"),
                row.date("end_date"),
                null,
                List.of());
    }
}
