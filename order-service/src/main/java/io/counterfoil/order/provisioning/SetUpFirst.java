package io.counterfoil.order.provisioning;

import io.counterfoil.order.acceptance.AcceptanceGate;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.platform.SetUp.Item;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An order whose products live on the platform is accepted when the platform has set them up. */
@Dependent
class SetUpFirst implements AcceptanceGate {

    private final HandOffs handOffs;
    private final HandOffPath path;

    @Inject
    SetUpFirst(HandOffs handOffs, HandOffPath path) {
        this.handOffs = handOffs;
        this.path = path;
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public Set<UUID> asking(Collection<UUID> orderIds) {
        return handOffs.wanting(orderIds);
    }

    @Override
    public boolean isOpen(UUID orderId, KnownCustomer customer) {
        List<Item> items = handOffs.items(orderId);
        if (items.isEmpty()) {
            return true;
        }
        Optional<HandOff> known = handOffs.forChange(orderId);
        if (known.isEmpty()) {
            path.begin(orderId, customer, items);
        }
        return known.filter(one -> one.state() == HandOffState.PROVISIONED).isPresent();
    }
}
