package io.counterfoil.order.partner;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.intake.OrderAlreadyPlaced;
import io.counterfoil.order.intake.OrderRequest;
import io.counterfoil.order.intake.RequestCheck;
import io.counterfoil.order.intake.RequestCheck.CheckedRequest;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.pricebook.PriceScope;
import io.counterfoil.order.terms.AcceptableOrder;
import io.counterfoil.order.terms.CheckTerms;
import io.counterfoil.order.terms.LineTerms;
import io.counterfoil.order.terms.OrderTerms;
import io.counterfoil.order.terms.PriceAuthority;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * A partner orders for an end customer. The price that the end customer pays must hold every rule; the partner is billed that
 * price less its margin, which was agreed with it.
 */
@UseCase
class PlaceChannelOrder {

    private final Partners partners;
    private final ChannelOrders channelOrders;
    private final CheckTerms terms;
    private final ProcessBook processes;
    private final OrderBook orders;

    @Inject
    PlaceChannelOrder(
            Partners partners, ChannelOrders channelOrders, CheckTerms terms, ProcessBook processes, OrderBook orders) {
        this.partners = partners;
        this.channelOrders = channelOrders;
        this.terms = terms;
        this.processes = processes;
        this.orders = orders;
    }

    PartnerJson.Order handle(PartnerJson.Request wanted, String person) {
        wanted.check();
        Partner partner = partners.ofMember(person).orElseThrow(() -> new NoPartner(person));
        CheckedRequest request = RequestCheck.of(asOrder(wanted, partner));
        OrderTerms asked = through(request.terms());
        AcceptableOrder end = terms.check(asked, null);
        AcceptableOrder sold = terms.check(lessMargin(asked, partner), null, PriceAuthority.AGREED)
                .order();
        ExternalReference reference = wanted.externalReference(partner);
        UUID orderId = processes
                .orderPlaced(PriceScope.PARTNERS, reference, request.claim(), sold)
                .orElseThrow(() -> new OrderAlreadyPlaced(reference));
        orders.belongsTo(orderId, partner.partnerId(), person);
        channelOrders.add(orderId, partner, wanted.endCustomer(), end.totalContractValue(), sold.totalContractValue());
        return channelOrders.find(orderId).orElseThrow(() -> new NotFound("order of a partner", orderId));
    }

    private static OrderRequest asOrder(PartnerJson.Request wanted, Partner partner) {
        OrderRequest.Customer buyer =
                new OrderRequest.Customer(null, partner.customer(), partner.name(), null, null, null, null, null, null);
        List<OrderRequest.Line> lines = wanted.lines() == null
                ? null
                : wanted.lines().stream().map(PlaceChannelOrder::line).toList();
        return new OrderRequest(
                buyer,
                wanted.externalReference(partner),
                wanted.legalEntityId(),
                wanted.currency(),
                wanted.startDate(),
                wanted.termMonths(),
                wanted.paymentTermsDays(),
                wanted.purchaseOrderReference(),
                lines);
    }

    private static OrderRequest.Line line(PartnerJson.Line line) {
        return line == null
                ? null
                : new OrderRequest.Line(
                        line.productId(), line.quantity(), line.unitPrice(), line.description(), null, null);
    }

    /** The books of this channel speak first. */
    private static OrderTerms through(OrderTerms asked) {
        return new OrderTerms(
                asked.legalEntityId(),
                asked.currency(),
                asked.startDate(),
                asked.termMonths(),
                asked.paymentTermsDays(),
                asked.purchaseOrderReference(),
                asked.lines(),
                new PriceScope(asked.legalEntityId(), null, null, PriceScope.PARTNERS),
                asked.timeZone());
    }

    private static OrderTerms lessMargin(OrderTerms asked, Partner partner) {
        return new OrderTerms(
                asked.legalEntityId(),
                asked.currency(),
                asked.startDate(),
                asked.termMonths(),
                asked.paymentTermsDays(),
                asked.purchaseOrderReference(),
                asked.lines().stream()
                        .map(line -> new LineTerms(
                                line.code(),
                                line.quantity(),
                                line.unitPrice().lessShare(partner.margin()),
                                line.description()))
                        .toList(),
                asked.scope(),
                asked.timeZone());
    }
}
