package io.counterfoil.order.crm;

import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.terms.OrderTerms;

/**
 * A deal as it was read back from the CRM.
 *
 * @param won whether it is closed and won now
 * @param stage its stage in the CRM's words
 * @param account what the CRM says about the buyer; null when the deal has no account
 */
public record Deal(String recordId, boolean won, String stage, CustomerClaim account, OrderTerms terms) {}
