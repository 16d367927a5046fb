package io.counterfoil.order.partner;

import io.counterfoil.order.customer.CustomerReference;
import io.counterfoil.order.pricing.ToleratedShare;
import java.util.List;

/**
 * Who sells for us.
 *
 * @param customer as whom it is billed
 * @param margin the share of the end customer's price that it keeps
 * @param members the subs of the tokens of its people
 */
record Partner(
        String partnerId,
        String name,
        CustomerReference customer,
        ToleratedShare margin,
        List<String> members,
        int version) {}
