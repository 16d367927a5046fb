package io.counterfoil.order.catalogue;

import io.counterfoil.order.catalogue.ProductMapping.Key;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** All mappings of other systems' product codes. */
@Dependent
class ProductMappings {

    @PersistenceContext
    EntityManager entities;

    Optional<ProductMapping> find(String system, String externalCode) {
        return Optional.ofNullable(entities.find(ProductMapping.class, new Key(system, externalCode)));
    }

    void add(ProductMapping mapping) {
        entities.persist(mapping);
    }

    ProductMapping written(ProductMapping mapping) {
        entities.flush();
        return mapping;
    }

    List<ProductMapping> after(String system, String externalCode, int limit) {
        return entities.createQuery(
                        """
                        select m from ProductMapping m
                        where m.key.system > :system or (m.key.system = :system and m.key.externalCode > :code)
                        order by m.key.system, m.key.externalCode
                        """,
                        ProductMapping.class)
                .setParameter("system", system)
                .setParameter("code", externalCode)
                .setMaxResults(limit)
                .getResultList();
    }
}
