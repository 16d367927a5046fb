package io.counterfoil.order.contract;

import io.counterfoil.common.db.Changes;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.order.Numbers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All contracts. */
@Dependent
class Contracts {

    private final Database database;
    private final Changes changes;
    private final Numbers numbers;

    @Inject
    Contracts(Database database, Changes changes, Numbers numbers) {
        this.database = database;
        this.changes = changes;
        this.numbers = numbers;
    }

    Optional<Contract> find(UUID contractId) {
        return changes.known(Contract.TABLE, contractId)
                .or(() -> read(List.of(contractId)).stream().findFirst());
    }

    /** The contract, kept from others until the transaction ends. */
    Contract forChange(UUID contractId) {
        return changes.known(Contract.TABLE, contractId)
                .or(() -> locked(contractId))
                .orElseThrow(() -> new NotFound("contract", contractId));
    }

    private Optional<Contract> locked(UUID contractId) {
        return database.query("select contract_id from contract where contract_id = ? for update", contractId)
                .one(row -> row.uuid("contract_id"))
                .flatMap(found -> read(List.of(found)).stream().findFirst())
                .map(contract -> changes.keep(Contract.TABLE, contract));
    }

    void add(Contract contract) {
        changes.add(Contract.TABLE, contract);
    }

    String nextNumber() {
        return numbers.next("contract_number", "K");
    }

    /** Contracts after an id in the order of their ids, which is that of their signing. */
    List<Contract> after(UUID contractId, UUID orderId, UUID customerId, int limit) {
        return read(database.query(
                        """
                        select contract_id from contract
                        where (cast(? as uuid) is null or contract_id > ?)
                          and (cast(? as uuid) is null or order_id = ?)
                          and (cast(? as uuid) is null or customer_id = ?)
                        order by contract_id limit ?
                        """,
                        contractId,
                        contractId,
                        orderId,
                        orderId,
                        customerId,
                        customerId,
                        limit)
                .list(row -> row.uuid("contract_id")));
    }

    /** In the order of their ids; those that this transaction changed as they are now. */
    private List<Contract> read(Collection<UUID> contractIds) {
        Map<UUID, List<Obligation>> obligations = database
                .query("select * from obligation where contract_id = any(?) order by obligation_number", contractIds)
                .list(Obligation::new)
                .stream()
                .collect(Collectors.groupingBy(Obligation::contractId));
        return database.query("select * from contract where contract_id = any(?) order by contract_id", contractIds)
                .list(row -> {
                    UUID id = row.uuid("contract_id");
                    return changes.known(Contract.TABLE, id)
                            .orElseGet(() -> new Contract(row, obligations.getOrDefault(id, List.of())));
                });
    }
}
