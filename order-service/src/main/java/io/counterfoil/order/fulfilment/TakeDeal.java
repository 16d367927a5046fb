package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.crm.Deal;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.terms.AcceptableOrder;
import io.counterfoil.order.terms.CheckTerms;
import io.counterfoil.order.terms.OrderNotAcceptable;
import io.counterfoil.order.terms.PriceAuthority;
import io.counterfoil.order.terms.Rule;
import io.counterfoil.order.terms.TaxAttributes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Validates what a won deal says and fixes the order's lines and terms. What breaks a rule is refused: the order is held. */
@UseCase
class TakeDeal {

    private final Processes processes;
    private final OrderBook orders;
    private final CheckTerms terms;
    private final ProcessBook book;
    private final NextStep next;
    private final BusinessClock clock;

    @Inject
    TakeDeal(
            Processes processes,
            OrderBook orders,
            CheckTerms terms,
            ProcessBook book,
            NextStep next,
            BusinessClock clock) {
        this.book = book;
        this.processes = processes;
        this.orders = orders;
        this.terms = terms;
        this.next = next;
        this.clock = clock;
    }

    void handle(UUID orderId, Deal deal) {
        QuoteToCash process = processes.forChange(orderId).orElseThrow();
        if (process.isAt(ProcessState.FETCHING)) {
            take(process, deal, check(deal, process.externalReference().system()));
        }
    }

    /** The deals of a set; returns the orders whose deals break a rule or are sold by several entities, unchanged. */
    Set<UUID> handle(Map<UUID, Deal> deals, OrderSteps set) {
        processes.lock(deals.keySet());
        orders.lock(deals.keySet());
        Set<UUID> left = new HashSet<>();
        set.each(deals, (orderId, deal) -> {
            QuoteToCash process = processes.forChange(orderId).orElseThrow();
            if (process.isAt(ProcessState.FETCHING)) {
                List<AcceptableOrder> parts = checked(deal, process);
                if (parts.size() == 1) {
                    take(process, deal, parts);
                } else {
                    left.add(orderId);
                }
            }
        });
        return left;
    }

    /** Empty when it breaks a rule: alone it is told which. */
    private List<AcceptableOrder> checked(Deal deal, QuoteToCash process) {
        try {
            return check(deal, process.externalReference().system());
        } catch (Refusal refused) {
            return List.of();
        }
    }

    private void take(QuoteToCash process, Deal deal, List<AcceptableOrder> parts) {
        UUID orderId = process.orderId();
        if (process.release("replayed", clock.now())) {
            orders.release(orderId);
        }
        orders.validate(orderId, parts.get(0));
        process.dealTaken(deal.account(), clock.now());
        next.after(process);
        book.furtherParts(orderId, deal.account(), parts);
    }

    private List<AcceptableOrder> check(Deal deal, String system) {
        if (!deal.won()) {
            throw new OrderNotAcceptable(
                    Rule.OPPORTUNITY_NOT_WON, "/stage", "The opportunity is at stage '" + deal.stage() + "'");
        }
        if (deal.account() == null) {
            throw new OrderNotAcceptable(Rule.ACCOUNT_MISSING, "/account", "The opportunity has no account");
        }
        List<AcceptableOrder> parts = terms.checkParts(deal.terms(), system, PriceAuthority.LISTED);
        TaxAttributes buyer = new TaxAttributes(
                deal.account().billingAddress(), deal.account().taxRegistrations());
        parts.forEach(part -> buyer.requireFor(part.taxCategories()));
        return parts;
    }
}
