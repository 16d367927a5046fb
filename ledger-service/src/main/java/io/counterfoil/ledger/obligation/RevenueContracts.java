package io.counterfoil.ledger.obligation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Contracts for reading, with what is billed and earned of each promise. */
@Dependent
class RevenueContracts {

    private final Database database;
    private final Contracts contracts;

    @Inject
    RevenueContracts(Database database, Contracts contracts) {
        this.database = database;
        this.contracts = contracts;
    }

    List<RevenueContractJson> after(UUID contractId, String legalEntityId, UUID customerId, int limit) {
        return database.query(
                        """
                        select distinct on (contract_id) * from revenue_contract
                        where contract_id > ? and (?::text is null or legal_entity_id = ?) and (?::uuid is null or customer_id = ?)
                        order by contract_id, version desc limit ?
                        """,
                        contractId,
                        legalEntityId,
                        legalEntityId,
                        customerId,
                        customerId,
                        limit)
                .list(row -> withPromises(read(row)));
    }

    Optional<RevenueContractJson> find(UUID contractId) {
        return database.query(
                        "select * from revenue_contract where contract_id = ? order by version desc limit 1",
                        contractId)
                .one(row -> withPromises(read(row)));
    }

    private RevenueContractJson withPromises(RevenueContractJson contract) {
        Map<String, Earned> earned = earned(contract.contractId());
        List<RevenueContractJson.Promise> promises = contracts.ofContract(contract.contractId()).stream()
                .map(obligation -> promise(obligation, earned.get(obligation.id())))
                .toList();
        Money price = promises.stream()
                .map(RevenueContractJson.Promise::price)
                .reduce(Money.zero(contract.currency()), Money::plus);
        return contract.with(price, promises);
    }

    private record Earned(Money billed, Money recognised, boolean finished) {}

    /** What is earned at once is recognised with its invoice; the rest by runs. */
    private Map<String, Earned> earned(UUID contractId) {
        Map<String, Earned> earned = new HashMap<>();
        database.query(
                        """
                        select s.performance_obligation_id, s.currency, sum(s.net_minor)::bigint as billed_minor,
                               sum(s.net_minor - s.deferred_minor + coalesce(p.recognised_minor, 0))::bigint as recognised_minor,
                               bool_and(p.due_from is null) as finished
                        from revenue_schedule s left join schedule_progress p on p.schedule_id = s.id
                        where s.contract_id = ? group by 1, 2
                        """,
                        contractId)
                .list(row -> earned.put(
                        row.text("performance_obligation_id"),
                        new Earned(
                                row.money("billed_minor", "currency"),
                                row.money("recognised_minor", "currency"),
                                row.bool("finished"))));
        return earned;
    }

    private static RevenueContractJson.Promise promise(Obligation of, Earned earned) {
        Money none = Money.zero(of.allocated().currency());
        Money billed = earned == null ? none : earned.billed();
        Money recognised = earned == null ? none : earned.recognised();
        boolean satisfied = of.state() == Obligation.State.OPEN
                && earned != null
                && earned.finished()
                && billed.compareTo(of.price()) >= 0;
        return new RevenueContractJson.Promise(
                of.id(),
                of.lineId(),
                of.productId(),
                of.treatment(),
                (satisfied ? Obligation.State.SATISFIED : of.state()).name(),
                of.standalone(),
                of.standaloneSource(),
                of.price(),
                of.allocated(),
                billed,
                recognised,
                remaining(of, earned, recognised),
                of.start(),
                of.end(),
                of.acts());
    }

    /** Of what was terminated only what is billed is still to be earned, until that is done. */
    private static Money remaining(Obligation of, Earned earned, Money recognised) {
        if (of.state() != Obligation.State.TERMINATED) {
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
