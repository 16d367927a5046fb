package io.counterfoil.order.provisioning;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.order.provisioning.ProvisioningJson.Provisioned;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** How the platform knows our products. */
@Dependent
class ProvisionedProducts {

    private final Database database;

    @Inject
    ProvisionedProducts(Database database) {
        this.database = database;
    }

    boolean isProduct(String productId) {
        return database.query(
                        "select 1 from product_version where product_id = ? and state = 'APPROVED' limit 1", productId)
                .one(row -> true)
                .orElse(false);
    }

    Optional<Provisioned> find(String productId) {
        return database.query("select * from provisioned_product where product_id = ? for update", productId)
                .one(ProvisionedProducts::read);
    }

    List<Provisioned> after(String productId, int limit) {
        return database.query(
                        "select * from provisioned_product where product_id > ? order by product_id limit ?",
                        productId,
                        limit)
                .list(ProvisionedProducts::read);
    }

    void write(Provisioned one) {
        database.update(
                """
                insert into provisioned_product (product_id, sku, active, version) values (?, ?, ?, ?)
                on conflict (product_id) do update set sku = excluded.sku, active = excluded.active, version = excluded.version
                """,
                one.productId(),
                one.sku(),
                one.active(),
                one.version());
    }

    private static Provisioned read(Row row) {
        return new Provisioned(row.text("product_id"), row.text("sku"), row.bool("active"), row.intValue("version"));
    }
}
