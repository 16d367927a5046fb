package io.counterfoil.order.catalogue;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** All products. */
@Dependent
class Products {

    @PersistenceContext
    EntityManager entities;

    Optional<Product> find(String productId) {
        return Optional.ofNullable(entities.find(Product.class, productId));
    }

    Optional<Product> findForChange(String productId) {
        return Optional.ofNullable(entities.find(Product.class, productId, LockModeType.PESSIMISTIC_WRITE));
    }

    Product added(Product product) {
        entities.persist(product);
        return written(product);
    }

    /** Writes what changed, so that the version is the one that the others are told. */
    Product written(Product product) {
        entities.flush();
        return product;
    }

    List<Product> after(String productId, int limit) {
        return entities.createQuery(
                        "select p from Product p where p.productId > :after order by p.productId", Product.class)
                .setParameter("after", productId)
                .setMaxResults(limit)
                .getResultList();
    }
}
