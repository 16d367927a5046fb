package io.counterfoil.ledger.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** All legal entities. */
@Dependent
class LegalEntities {

    @PersistenceContext(unitName = "ledger")
    EntityManager entities;

    Optional<LegalEntity> find(String id) {
        return Optional.ofNullable(entities.find(LegalEntity.class, id));
    }

    List<LegalEntity> after(String id, int limit) {
        return entities.createQuery("select e from LegalEntity e where e.id > :id order by e.id", LegalEntity.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    void add(LegalEntity entity) {
        entities.persist(entity);
    }

    /** Writes what changed, so that the version is the one that the commit will show. */
    void flush() {
        entities.flush();
    }
}
