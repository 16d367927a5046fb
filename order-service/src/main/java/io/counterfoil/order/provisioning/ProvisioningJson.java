package io.counterfoil.order.provisioning;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.order.Code;
import io.counterfoil.order.journey.Stay;
import java.util.List;
import java.util.UUID;

/** Provisioning on the wire. */
public final class ProvisioningJson {

    private ProvisioningJson() {}

    /** What is sent of a product; not active: the platform need not be asked any more. */
    public record Terms(String sku, Boolean active) {

        void check() {
            if (!Code.isOne(sku)) {
                throw new Invalid("/sku", "must be a code of the platform");
            }
        }
    }

    /** How the platform knows a product. */
    public record Provisioned(String productId, String sku, boolean active, int version) {}

    /** A hand-off as it is. */
    public record View(
            UUID orderId,
            String orderNumber,
            UUID customerId,
            HandOffState state,
            String platformId,
            String reason,
            String correlationId,
            List<Stay> states,
            int version) {}
}
