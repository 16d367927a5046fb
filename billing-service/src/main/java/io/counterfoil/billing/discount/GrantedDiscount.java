package io.counterfoil.billing.discount;

import io.counterfoil.billing.rating.Discount;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A discount at work for a subscription.
 *
 * @param chargeId the one charge that it concerns; null where it concerns all of them
 * @param began from which its periods are counted
 */
record GrantedDiscount(UUID subscriptionId, String chargeId, LocalDate began, Discount discount) {}
