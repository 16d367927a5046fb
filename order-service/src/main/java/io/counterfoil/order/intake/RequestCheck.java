package io.counterfoil.order.intake;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.order.Code;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.customer.CustomerReference;
import io.counterfoil.order.customer.PostalAddress;
import io.counterfoil.order.pricebook.PriceScope;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.terms.LineTerms;
import io.counterfoil.order.terms.OrderTerms;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a request into values; names every field that can't be read, all at once. */
public final class RequestCheck {

    private final OrderRequest request;
    private final List<FieldError> errors = new ArrayList<>();

    private RequestCheck(OrderRequest request) {
        this.request = request;
    }

    /** The request as values; refuses it naming all fields that are wrong. */
    public static CheckedRequest of(OrderRequest request) {
        Invalid.requireBody(request);
        RequestCheck check = new RequestCheck(request);
        CheckedRequest checked = new CheckedRequest(check.claim(), check.terms());
        check.externalReference();
        if (!check.errors.isEmpty()) {
            throw new Invalid(check.errors);
        }
        return checked;
    }

    private CustomerClaim claim() {
        OrderRequest.Customer customer = request.customer();
        if (customer == null) {
            return wrong("/customer", "is required", null);
        }
        if ((customer.customerId() == null) == (customer.reference() == null)) {
            wrong("/customer", "must have either customerId or reference", null);
        }
        checkReference(customer.reference());
        return new CustomerClaim(
                customer.customerId(),
                customer.reference(),
                customer.legalName(),
                customer.tradingName(),
                customer.taxRegistrations(),
                customer.billingAddress(),
                customer.email(),
                customer.website(),
                request.currency(),
                customer.segment());
    }

    private void checkReference(CustomerReference reference) {
        if (reference != null && (!Code.isOne(reference.system()) || !Code.isOne(reference.id()))) {
            wrong("/customer/reference", "must have system and id, each a code", null);
        }
    }

    private void externalReference() {
        if (request.externalReference() != null
                && (!Code.isOne(request.externalReference().system())
                        || !Code.isOne(request.externalReference().id()))) {
            wrong("/externalReference", "must have system and id, each a code", null);
        }
    }

    private OrderTerms terms() {
        if (request.lines() == null || request.lines().isEmpty()) {
            wrong("/lines", "must have at least one line", null);
        }
        List<LineTerms> lines = new ArrayList<>();
        List<OrderRequest.Line> given = request.lines() == null ? List.of() : request.lines();
        for (int i = 0; i < given.size(); i++) {
            lines.add(line(given.get(i), "/lines/" + i));
        }
        return new OrderTerms(
                request.legalEntityId(),
                request.currency(),
                request.startDate(),
                request.termMonths(),
                request.paymentTermsDays(),
                request.purchaseOrderReference(),
                lines,
                scope(),
                timeZone());
    }

    private String timeZone() {
        String zone = request.timeZone();
        return zone == null || ZoneId.getAvailableZoneIds().contains(zone)
                ? zone
                : wrong("/timeZone", "must be a time zone, such as Europe/Berlin", null);
    }

    private PriceScope scope() {
        OrderRequest.Customer buyer = request.customer();
        PostalAddress address = buyer == null ? null : buyer.billingAddress();
        return new PriceScope(
                request.legalEntityId(),
                address == null ? null : address.country(),
                buyer == null ? null : buyer.segment(),
                PriceScope.API);
    }

    private LineTerms line(OrderRequest.Line line, String at) {
        if (line == null) {
            return wrong(at, "is required", null);
        }
        if (line.productId() == null) {
            wrong(at + "/productId", "is required", null);
        }
        return new LineTerms(
                line.productId(),
                read(line.quantity(), Quantity::of, at + "/quantity"),
                read(line.unitPrice(), UnitPrice::of, at + "/unitPrice"),
                line.description(),
                line.startsAfterMonths() == null ? 0 : line.startsAfterMonths(),
                line.months(),
                line.legalEntityId());
    }

    private <T> T read(String text, Function<String, T> reader, String at) {
        if (text == null) {
            return wrong(at, "is required", null);
        }
        try {
            return reader.apply(text);
        } catch (Refusal refused) {
            return wrong(at, refused.getMessage(), null);
        }
    }

    private <T> T wrong(String pointer, String detail, T instead) {
        errors.add(new FieldError(pointer, detail));
        return instead;
    }

    /** The buyer and the terms as values. */
    public record CheckedRequest(CustomerClaim claim, OrderTerms terms) {}
}
