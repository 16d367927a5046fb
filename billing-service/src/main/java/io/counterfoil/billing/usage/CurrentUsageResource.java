package io.counterfoil.billing.usage;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.billing.usage.UsageJson.CurrentUsage;
import io.counterfoil.billing.usage.UsageJson.MeterUsage;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a subscription has used so far, and what it would cost. */
@Path("/v1/subscriptions/{subscriptionId}/usage")
@RequestScoped
public class CurrentUsageResource {

    @Inject
    Subscriptions subscriptions;

    @Inject
    LegalEntities entities;

    @Inject
    RatedUsage usage;

    @Inject
    BusinessClock clock;

    /** The open period of each usage charge, as of now. */
    @GET
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public CurrentUsage get(@PathParam("subscriptionId") UUID id) {
        Account account = subscriptions.ofSubscription(id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("subscription", id));
        Agreement agreement = account.agreement();
        LocalDate today = agreement.today(entities.byId(agreement.legalEntityId()), clock.now());
        List<OrderCharge> charges = account.charges().stream()
                .filter(charge -> id.equals(charge.terms().subscriptionId()))
                .filter(charge -> charge.endDate() == null || charge.endDate().isAfter(today))
                .toList();
        List<Accrual> soFar = usage.soFar(account.agreement(), charges, today);
        Map<UUID, String> names = charges.stream()
                .collect(Collectors.toMap(
                        OrderCharge::orderChargeId, charge -> charge.terms().chargeId()));
        Money total = soFar.stream()
                .map(Accrual::amount)
                .reduce(Money.zero(account.agreement().currency()), Money::plus);
        return new CurrentUsage(
                id,
                today,
                soFar.stream()
                        .map(accrual -> MeterUsage.of(names.get(accrual.orderChargeId()), accrual))
                        .toList(),
                total);
    }
}
