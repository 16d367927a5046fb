package io.counterfoil.ledger.account;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** All accounts. */
@Dependent
class Accounts {

    @PersistenceContext(unitName = "ledger")
    EntityManager entities;

    Optional<Account> find(String legalEntityId, String code) {
        return Optional.ofNullable(entities.find(Account.class, Account.id(legalEntityId, code)));
    }

    /** In the order of their ids; of one legal entity where one is named. */
    List<Account> after(String id, String legalEntityId, int limit) {
        return entities.createQuery(
                        "select a from Account a where a.id > :id and (:all = true or a.legalEntityId = :entity) order by a.id",
                        Account.class)
                .setParameter("id", id)
                .setParameter("all", legalEntityId == null)
                .setParameter("entity", legalEntityId == null ? "" : legalEntityId)
                .setMaxResults(limit)
                .getResultList();
    }

    void add(Account account) {
        entities.persist(account);
    }

    void flush() {
        entities.flush();
    }
}
