package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.NegativeQuantity;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Subscriptions on the wire. */
public final class SubscriptionJson {

    private static final int USUAL_TERMS_DAYS = 30;

    private SubscriptionJson() {}

    /** Whom the invoices go to. */
    public record Recipient(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 10) List<@Valid @NotNull Registration> taxRegistrations,
            @NotNull @Valid Place address,
            @Size(max = 200) String email) {

        BillTo billTo() {
            List<BillTo.TaxRegistration> registrations = taxRegistrations == null
                    ? List.of()
                    : taxRegistrations.stream()
                            .map(one -> new BillTo.TaxRegistration(one.scheme(), one.country(), one.id()))
                            .toList();
            return new BillTo(
                    name,
                    registrations,
                    new BillTo.Address(
                            address.line1(),
                            address.line2(),
                            address.city(),
                            address.region(),
                            address.postalCode(),
                            address.country()),
                    email);
        }
    }

    /** A registration for tax. */
    public record Registration(
            @NotBlank @Size(max = 20) String scheme,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
            @NotBlank @Size(max = 50) String id) {}

    /** A postal address. */
    public record Place(
            @Size(max = 200) String line1,
            @Size(max = 200) String line2,
            @Size(max = 100) String city,
            @Size(max = 20) String region,
            @Size(max = 20) String postalCode,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {}

    /**
     * A subscription that no order sold.
     *
     * @param agreementId joins an agreement; a new one is made when absent, and needs billTo
     * @param billingDay the account's day of the month, for plans that are aligned with it
     * @param timeZone where the customer's days begin, for a new agreement; as the customer's billing profile says when absent, else those of the legal entity
     * @param bundleId the base subscription of the bundle that it joins
     * @param startDate today when absent
     * @param trialDays overrides the plan's
     */
    public record Wanted(
            UUID agreementId,
            @NotNull UUID customerId,
            @NotBlank @Size(max = 20) String legalEntityId,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @Valid Recipient billTo,
            @Min(0) @Max(365) Integer paymentTermsDays,
            @Size(max = 100) String purchaseOrderReference,
            @Min(1) @Max(31) Integer billingDay,
            @Size(max = 60) String timeZone,
            UUID bundleId,
            @NotBlank @Size(max = 100) String planId,
            @Size(max = 100) String productId,
            @Size(max = 200) String productName,
            @Pattern(regexp = "(?=.*[1-9])-?\\d{1,12}(\\.\\d{1,8})?") String quantity,
            @Pattern(regexp = "\\d{1,12}(\\.\\d{1,8})?") String unitPrice,
            LocalDate startDate,
            LocalDate endDate,
            @Min(1) @Max(120) Integer termMonths,
            @Min(0) @Max(3650) Integer trialDays,
            RevenueTreatment revenueTreatment,
            TaxCategory taxCategory) {

        LocalDate endFrom(LocalDate start) {
            return endDate == null && termMonths != null ? start.plusMonths(termMonths) : endDate;
        }

        boolean belongsTo(Agreement known) {
            return known.customerId().equals(customerId)
                    && known.legalEntityId().equals(legalEntityId)
                    && known.currency().equals(currency);
        }

        Agreement agreement(UUID agreementId, String number, String correlationId, ZoneId usual) {
            if (billTo == null) {
                throw new Invalid("/billTo", "is required for a new agreement");
            }
            Money.decimals(currency);
            return new Agreement(
                    agreementId,
                    agreementId,
                    number,
                    EventIds.derived(agreementId, "contract"),
                    1,
                    customerId,
                    legalEntityId,
                    currency,
                    purchaseOrderReference,
                    paymentTermsDays == null ? USUAL_TERMS_DAYS : paymentTermsDays,
                    billTo.billTo(),
                    correlationId,
                    null,
                    billingDay,
                    zone(usual));
        }

        private ZoneId zone(ZoneId usual) {
            if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
                throw new Invalid("/timeZone", "is no time zone, such as Europe/Berlin");
            }
            return timeZone == null ? usual : ZoneId.of(timeZone);
        }

        private Quantity units() {
            Quantity units = quantity == null ? Quantity.ONE : Quantity.of(quantity);
            if (units.isNegative()) {
                throw new NegativeQuantity("/quantity");
            }
            return units;
        }

        Sale sale(Agreement agreement, UUID id, Plan plan) {
            return new Sale(
                    agreement.agreementId(),
                    id,
                    legalEntityId,
                    currency,
                    id,
                    1,
                    productId == null ? planId : productId,
                    productName == null ? plan.name() : productName,
                    units(),
                    unitPrice == null ? null : UnitPrice.of(unitPrice),
                    EventIds.derived(id, "obligation"),
                    revenueTreatment == null ? RevenueTreatment.OVER_TIME_DAILY : revenueTreatment,
                    taxCategory == null ? TaxCategory.S : taxCategory);
        }
    }

    /** A subscription that was created, with its first invoice where something is due. */
    public record Created(SubscriptionView subscription, FirstInvoice invoice) {
        static Created of(Subscription subscription, Optional<Invoice> invoice) {
            return new Created(
                    SubscriptionView.of(subscription),
                    invoice.map(one -> new FirstInvoice(
                                    one.invoiceId(), one.number(), one.net(), one.tax(), one.payable()))
                            .orElse(null));
        }
    }

    /** What was invoiced at once. */
    public record FirstInvoice(
            UUID invoiceId, String invoiceNumber, Money netAmount, Money taxAmount, Money payableAmount) {}

    /** A subscription. */
    public record SubscriptionView(
            UUID subscriptionId,
            String subscriptionNumber,
            UUID orderId,
            UUID lineId,
            String productId,
            String planId,
            int planVersion,
            LocalDate startDate,
            LocalDate endDate,
            String quantity,
            String unitPrice,
            BillingPeriod billingPeriod,
            SubscriptionState state,
            UUID agreementId,
            LocalDate trialEnd,
            UUID bundleId) {

        static SubscriptionView of(Subscription s) {
            return new SubscriptionView(
                    s.subscriptionId(),
                    s.number(),
                    s.agreementId(),
                    s.lineId(),
                    s.productId(),
                    s.planId(),
                    s.planVersion(),
                    s.startDate(),
                    s.endDate(),
                    s.quantity().value().toPlainString(),
                    s.unitPrice().value().toPlainString(),
                    s.billingPeriod(),
                    s.state(),
                    s.agreementId(),
                    s.trialEnd(),
                    s.bundleId());
        }
    }
}
