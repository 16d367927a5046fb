package io.counterfoil.order.amendment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.amendment.AmendmentJson.Request;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.catalogue.Catalogue.Offer;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.contract.ContractSigned.Promised;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.terms.CheckTerms;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes a wish to change a line of a contract; what it would bill is asked next. */
@UseCase
class RequestAmendment {

    private final ContractBook contracts;
    private final CheckTerms terms;
    private final OrderBook orders;
    private final ProcessBook processes;
    private final Amendments amendments;
    private final AmendmentPath path;

    @Inject
    RequestAmendment(
            ContractBook contracts,
            CheckTerms terms,
            OrderBook orders,
            ProcessBook processes,
            Amendments amendments,
            AmendmentPath path) {
        this.contracts = contracts;
        this.terms = terms;
        this.orders = orders;
        this.processes = processes;
        this.amendments = amendments;
        this.path = path;
    }

    AmendmentJson.View handle(Request wanted) {
        wanted.check();
        ContractJson contract = contracts.show(wanted.contractId());
        Promised promised = contract.obligations().stream()
                .filter(one -> one.lineId().equals(wanted.lineId()))
                .findFirst()
                .orElseThrow(() -> new Invalid("/lineId", "is no line of contract " + contract.contractNumber()));
        Offer offer = wanted.kind().bringsProduct() ? offer(contract, wanted) : null;
        if (wanted.unitPrice() != null) {
            terms.requirePrice(
                    orders.priceScope(contract.orderId()),
                    offer == null ? sold(wanted, promised) : offer.productId(),
                    contract.currency(),
                    UnitPrice.of(wanted.unitPrice()));
        }
        Correlation business = Correlation.current().continuing(processes.correlationId(contract.orderId()));
        return Correlation.within(business, () -> begun(contract, wanted, offer));
    }

    private AmendmentJson.View begun(ContractJson contract, Request wanted, Offer offer) {
        UUID id = EventIds.next();
        Amendment amendment = new Amendment(
                id,
                amendments.nextNumber(),
                contract,
                wanted.lineId(),
                wanted.kind(),
                change(id, wanted, offer),
                Boolean.TRUE.equals(wanted.confirmed()),
                Correlation.current().actor(),
                Correlation.current().correlationId());
        path.begin(amendment);
        return amendments.changed(amendment);
    }

    /** What the line has on that day: a price is held against the list of the product that is there by then. */
    private String sold(Request wanted, Promised promised) {
        return amendments.productOf(wanted.lineId(), wanted.effectiveDate()).orElseGet(promised::productId);
    }

    private Offer offer(ContractJson contract, Request wanted) {
        return terms.sold(contract.legalEntityId(), wanted.productId())
                .orElseThrow(() -> new Invalid("/productId", "is no product, other than a bundle, that is sold today"));
    }

    private static Change change(UUID id, Request wanted, Offer offer) {
        return new Change(
                wanted.kind().change(),
                id,
                wanted.effectiveDate(),
                offer == null ? null : offer.planId(),
                null,
                offer == null ? null : offer.productId(),
                offer == null ? null : offer.name(),
                wanted.quantity(),
                wanted.unitPrice(),
                wanted.endDate(),
                null,
                wanted.alignCycle(),
                null,
                wanted.reason());
    }
}
