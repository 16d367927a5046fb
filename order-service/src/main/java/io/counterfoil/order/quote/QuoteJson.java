package io.counterfoil.order.quote;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.approval.Approval;
import io.counterfoil.order.approval.Verdict;
import io.counterfoil.order.billing.BillingJson.OrderPreview;
import io.counterfoil.order.intake.OrderRequest;
import io.counterfoil.order.journey.Stay;
import io.counterfoil.order.order.ExternalReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Quotes on the wire. */
public final class QuoteJson {

    private QuoteJson() {}

    /** What is sent to make a quote: an order, and until when the offer stands. */
    public record Request(
            OrderRequest.Customer customer,
            ExternalReference externalReference,
            String legalEntityId,
            String currency,
            LocalDate startDate,
            Integer termMonths,
            Integer paymentTermsDays,
            String purchaseOrderReference,
            LocalDate validUntil,
            List<Line> lines) {

        /** The order that it would become; each phase of a line is a line of its own. */
        OrderRequest asOrder() {
            List<OrderRequest.Line> all = new ArrayList<>();
            for (Line line : lines == null ? List.<Line>of() : lines) {
                if (line == null) {
                    all.add(null);
                } else {
                    line.expandInto(all);
                }
            }
            return new OrderRequest(
                    customer,
                    externalReference,
                    legalEntityId,
                    currency,
                    startDate,
                    termMonths,
                    paymentTermsDays,
                    purchaseOrderReference,
                    all);
        }
    }

    /** One line, or one with phases that follow each other. */
    public record Line(
            String productId,
            String quantity,
            String unitPrice,
            String description,
            Integer startsAfterMonths,
            Integer months,
            List<Phase> phases) {

        private void expandInto(List<OrderRequest.Line> all) {
            if (phases == null || phases.isEmpty()) {
                all.add(new OrderRequest.Line(productId, quantity, unitPrice, description, startsAfterMonths, months));
                return;
            }
            int after = startsAfterMonths == null ? 0 : startsAfterMonths;
            for (Phase phase : phases) {
                if (phase == null) {
                    throw new Invalid("/lines", "must have no empty phase");
                }
                all.add(new OrderRequest.Line(
                        productId, phase.quantity(), phase.unitPrice(), description, after, phase.months()));
                after += phase.months() == null ? 0 : phase.months();
            }
        }
    }

    /** A part of the term with its own quantity and price. */
    public record Phase(Integer months, String quantity, String unitPrice) {}

    /** What somebody decided. */
    public record Decision(Verdict decision, String comment) {}

    /** Why a quote is taken back. */
    public record Withdrawal(String reason) {}

    /** A quote as it is. */
    public record View(
            UUID quoteId,
            String quoteNumber,
            QuoteState state,
            String legalEntityId,
            String currency,
            UUID customerId,
            ExternalReference externalReference,
            LocalDate startDate,
            Integer termMonths,
            LocalDate validUntil,
            Money netAmount,
            OrderPreview figures,
            List<String> approvalReasons,
            List<String> approvers,
            List<Approval> approvals,
            String createdBy,
            String reason,
            UUID orderId,
            List<OrderRequest.Line> lines,
            List<Stay> states,
            int version) {}
}
