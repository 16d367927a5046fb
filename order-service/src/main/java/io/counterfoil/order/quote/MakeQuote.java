package io.counterfoil.order.quote;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.step.Steps;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.approval.ApprovalRules;
import io.counterfoil.order.approval.ApprovalRules.Demand;
import io.counterfoil.order.intake.OrderRequest;
import io.counterfoil.order.intake.RequestCheck;
import io.counterfoil.order.intake.RequestCheck.CheckedRequest;
import io.counterfoil.order.terms.Breach;
import io.counterfoil.order.terms.CheckTerms;
import io.counterfoil.order.terms.PriceAuthority;
import io.counterfoil.order.terms.TaxAttributes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a quote that holds every rule which nobody may break; what billing would invoice is asked next. */
@UseCase
class MakeQuote {

    private static final int USUAL_VALIDITY_DAYS = 30;
    private static final int LONGEST_VALIDITY_DAYS = 366;

    private final CheckTerms terms;
    private final ApprovalRules approvals;
    private final Quotes quotes;
    private final Steps steps;
    private final BusinessClock clock;

    @Inject
    MakeQuote(CheckTerms terms, ApprovalRules approvals, Quotes quotes, Steps steps, BusinessClock clock) {
        this.terms = terms;
        this.approvals = approvals;
        this.quotes = quotes;
        this.steps = steps;
        this.clock = clock;
    }

    QuoteJson.View handle(QuoteJson.Request wanted) {
        OrderRequest order = wanted.asOrder();
        CheckedRequest request = RequestCheck.of(order);
        CheckTerms.Checked checked = terms.check(request.terms(), null, PriceAuthority.QUOTED);
        if (request.claim().billingAddress() != null) {
            new TaxAttributes(request.claim().billingAddress(), request.claim().taxRegistrations())
                    .requireFor(checked.order().taxCategories());
        }
        Money net = checked.order().totalContractValue();
        Quote quote = new Quote(
                EventIds.next(),
                quotes.nextNumber(),
                order,
                net,
                validUntil(wanted.validUntil()),
                Correlation.current().actor(),
                clock.now());
        demand(quote, checked.forApprovers(), approvals.demand(order.legalEntityId(), net));
        quotes.add(quote, "quote made");
        steps.schedule(PriceQuote.KIND, quote.quoteId().toString(), new QuoteStep(quote.quoteId()));
        return quotes.changed(quote);
    }

    private static void demand(Quote quote, List<Breach> beyond, Optional<Demand> byValue) {
        List<String> reasons = new ArrayList<>();
        byValue.ifPresent(demand -> reasons.add(demand.reason()));
        beyond.forEach(breach -> reasons.add(breach.detail()));
        if (!reasons.isEmpty()) {
            quote.demandApproval(reasons, byValue.map(Demand::approvers).orElse(List.of()));
        }
    }

    private LocalDate validUntil(LocalDate wanted) {
        LocalDate today = clock.today(ZoneOffset.UTC);
        if (wanted == null) {
            return today.plusDays(USUAL_VALIDITY_DAYS);
        }
        if (wanted.isBefore(today) || wanted.isAfter(today.plusDays(LONGEST_VALIDITY_DAYS))) {
            throw new Invalid("/validUntil", "must be from today to a year ahead");
        }
        return wanted;
    }
}
