package io.counterfoil.customer.credit;

import io.counterfoil.common.audit.NoChange;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The question whether a customer may have more. It changes nothing, so it needs no key. */
@RequestScoped
@Path("/v1/credit-checks")
public class CreditCheckResource {

    @Inject
    CheckCredit check;

    @Inject
    BusinessClock clock;

    @POST
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR})
    @NoChange
    public CreditJson.Answer check(CreditJson.Question question) {
        question.check();
        return CreditJson.Answer.of(question, check.of(question.customerId(), question.amount()), clock.now());
    }
}
