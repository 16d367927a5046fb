package io.counterfoil.order.order;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;

/** Which orders the caller of a request may see: staff all of them, a partner those of its own people. */
@RequestScoped
class Sight {

    @Inject
    Database database;

    @Inject
    Caller caller;

    /** The person to whom the view is narrowed; null where it is not. */
    String narrowedTo(SecurityContext security) {
        return Roles.STAFF.stream().anyMatch(security::isUserInRole) ? null : caller.sub();
    }

    boolean sees(UUID orderId, SecurityContext security) {
        String person = narrowedTo(security);
        return person == null
                || database.query(
                                "select 1 from order_owner o where o.order_id = ? and " + OF_PERSON,
                                orderId,
                                person,
                                person)
                        .one(row -> true)
                        .orElse(false);
    }

    /** Placed by the person, or by somebody of the same partner. */
    static final String OF_PERSON =
            "(o.placed_by = ? or o.partner_id = (select partner_id from partner_member where member = ?))";
}
