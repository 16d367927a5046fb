package io.counterfoil.order.pricebook;

import io.counterfoil.common.audit.NoChange;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.pricebook.PriceCheckJson.Answer;
import io.counterfoil.order.pricebook.PriceCheckJson.Question;
import io.counterfoil.order.pricebook.PriceCheckJson.Verdict;
import io.counterfoil.order.pricing.UnitPrice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether prices may be asked, and which may. One statement answers all lines; nothing is stored. */
@RequestScoped
@Path("/v1/price-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NoChange
public class PriceCheckResource {

    @Inject
    PriceList prices;

    @Inject
    BusinessClock clock;

    @Context
    SecurityContext security;

    /** Each price with the rule that it breaks and the prices that are allowed; a partner hears only whether it may ask it. */
    @POST
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.SUPPORT,
        Roles.PARTNER,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Answer check(Question question) {
        Invalid.requireBody(question);
        List<UnitPrice> asked = question.prices();
        LocalDate asOf = question.asOf() == null ? clock.today(ZoneOffset.UTC) : question.asOf();
        boolean staff = Roles.STAFF.stream().anyMatch(security::isUserInRole);
        List<String> products = question.lines().stream()
                .map(PriceCheckJson.Line::productId)
                .distinct()
                .toList();
        Map<String, ListedPrice> listed = prices.listed(question.scope(staff), products, question.currency(), asOf);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            PriceCheckJson.Line line = question.lines().get(i);
            Verdict verdict = Verdict.of(line, asked.get(i), listed.get(line.productId()), question.currency());
            verdicts.add(staff ? verdict : verdict.toOutsiders());
        }
        return new Answer(asOf, verdicts.stream().allMatch(Verdict::allowed), verdicts);
    }
}
