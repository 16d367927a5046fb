package io.counterfoil.order.contract;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.order.Numbers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All contracts. */
@Dependent
class Contracts {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Numbers numbers;

    Optional<Contract> find(UUID contractId) {
        return Optional.ofNullable(entities.find(Contract.class, contractId));
    }

    /** The contract, kept from others until the transaction ends. */
    Contract forChange(UUID contractId) {
        Contract contract = entities.find(Contract.class, contractId, LockModeType.PESSIMISTIC_WRITE);
        if (contract == null) {
            throw new NotFound("contract", contractId);
        }
        return contract;
    }

    void add(Contract contract) {
        entities.persist(contract);
    }

    String nextNumber() {
        return numbers.next("contract_number", "K");
    }

    /** Contracts after an id in the order of their ids, which is that of their signing. */
    List<Contract> after(UUID contractId, UUID orderId, UUID customerId, int limit) {
        List<UUID> ids = database.query(
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
                .list(row -> row.uuid("contract_id"));
        return ids.stream().map(id -> entities.find(Contract.class, id)).toList();
    }
}
