package io.counterfoil.billing.invoice;

import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.subscription.OrderAccepted.RevenueTreatment;
import io.counterfoil.billing.tax.Rate;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import java.util.UUID;

/**
 * One line of an issued invoice, as it stays.
 *
 * @param subscriptionId null for one-time charges
 * @param period null where nothing is served over time
 * @param tax its share of the subtotal's tax
 */
record InvoiceLine(
        UUID lineId,
        int number,
        Kind type,
        UUID orderChargeId,
        UUID subscriptionId,
        UUID orderLineId,
        String productId,
        String description,
        String planId,
        String priceId,
        String chargeId,
        UUID performanceObligationId,
        RevenueTreatment revenueTreatment,
        ServicePeriod period,
        Quantity quantity,
        UnitPrice unitPrice,
        Money net,
        TaxCategory taxCategory,
        Rate taxRate,
        String taxJurisdiction,
        Money tax) {}
