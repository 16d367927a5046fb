package io.counterfoil.common.samples.impure.thing;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import java.time.Instant;

@Entity
class Thing {
    @Id
    private long id;

    public String open;

    private Instant changedAt;

    void save(EntityManager manager) {
        changedAt = Instant.now();
        manager.persist(this);
    }

    void setId(long id) {
        this.id = id;
    }

    Instant changedAt() {
        return changedAt;
    }
}
