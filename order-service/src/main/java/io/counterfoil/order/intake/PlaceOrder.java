package io.counterfoil.order.intake;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.intake.RequestCheck.CheckedRequest;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.order.OrderJson;
import io.counterfoil.order.terms.AcceptableOrder;
import io.counterfoil.order.terms.CheckTerms;
import io.counterfoil.order.terms.PriceAuthority;
import io.counterfoil.order.terms.TaxAttributes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Places an order that holds every rule; refuses what breaks one, and stores nothing then. */
@UseCase
class PlaceOrder {

    private final CheckTerms terms;
    private final ProcessBook processes;
    private final OrderBook orders;

    @Inject
    PlaceOrder(CheckTerms terms, ProcessBook processes, OrderBook orders) {
        this.terms = terms;
        this.processes = processes;
        this.orders = orders;
    }

    /** @param person who may see it although they are no staff; null for staff */
    OrderJson handle(CheckedRequest request, ExternalReference external, String person) {
        List<AcceptableOrder> parts = terms.checkParts(request.terms(), null, PriceAuthority.LISTED);
        parts.forEach(part -> checkTax(request.claim(), part));
        UUID orderId = processes
                .orderPlaced(external, request.claim(), parts.get(0))
                .orElseThrow(() -> new OrderAlreadyPlaced(external));
        processes.furtherParts(orderId, request.claim(), parts);
        if (person != null) {
            orders.belongsTo(orderId, null, person);
            processes.otherParts(orderId).forEach(part -> orders.belongsTo(part, null, person));
        }
        return orders.show(orderId);
    }

    /** What the caller says of the buyer must be enough; of a known customer it is checked at acceptance. */
    private static void checkTax(CustomerClaim claim, AcceptableOrder checked) {
        if (claim.billingAddress() != null) {
            new TaxAttributes(claim.billingAddress(), claim.taxRegistrations()).requireFor(checked.taxCategories());
        }
    }
}
