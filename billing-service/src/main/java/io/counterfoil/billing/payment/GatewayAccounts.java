package io.counterfoil.billing.payment;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Which legal entity receives which currency through a gateway, and whose the gateway's customers are. */
@Dependent
class GatewayAccounts {

    private final Database database;

    @Inject
    GatewayAccounts(Database database) {
        this.database = database;
    }

    /** What is published of a gateway. */
    record Published(Map<String, String> legalEntities, int version) {}

    String legalEntity(String gateway, String currency) {
        return database.query(
                        "select legal_entity_id from gateway_account where gateway = ? and currency = ?",
                        gateway,
                        currency)
                .one(row -> row.text("legal_entity_id"))
                .orElseThrow(() -> new GatewayAccountMissing(gateway, currency));
    }

    Published of(String gateway) {
        Map<String, String> entities = new TreeMap<>();
        List<Integer> versions = database.query("select * from gateway_account where gateway = ?", gateway)
                .list(row -> {
                    entities.put(row.text("currency"), row.text("legal_entity_id"));
                    return row.intValue("version");
                });
        return new Published(entities, versions.stream().max(Integer::compare).orElse(0));
    }

    void replace(String gateway, Map<String, String> legalEntities, int version) {
        database.update("delete from gateway_account where gateway = ?", gateway);
        database.batch(
                "insert into gateway_account (gateway, currency, legal_entity_id, version) values (?, ?, ?, ?)",
                legalEntities.entrySet().stream()
                        .map(entry -> new Object[] {gateway, entry.getKey(), entry.getValue(), version})
                        .toList());
    }

    Optional<UUID> customer(String gateway, String gatewayCustomer) {
        return gatewayCustomer == null
                ? Optional.empty()
                : database.query(
                                "select customer_id from gateway_customer where gateway = ? and gateway_customer_id = ?",
                                gateway,
                                gatewayCustomer)
                        .one(row -> row.uuid("customer_id"));
    }

    /** Keeps whose gateway customer it is, once a payment of theirs named one of our invoices. */
    void learn(String gateway, String gatewayCustomer, UUID customerId) {
        if (gatewayCustomer != null) {
            database.update(
                    """
                    insert into gateway_customer (gateway, gateway_customer_id, customer_id) values (?, ?, ?)
                    on conflict (gateway, gateway_customer_id) do nothing
                    """,
                    gateway,
                    gatewayCustomer,
                    customerId);
        }
    }
}
