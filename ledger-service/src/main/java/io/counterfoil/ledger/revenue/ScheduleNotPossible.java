package io.counterfoil.ledger.revenue;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.ledger.invoice.InvoiceIssued.Line;

/** An invoice line does not say how it is earned. */
public final class ScheduleNotPossible extends Refusal {
    private ScheduleNotPossible(TroubleClass trouble, String detail, String remedy) {
        super(422, trouble, detail, remedy);
    }

    static ScheduleNotPossible unknownTreatment(String invoice, Line line) {
        return new ScheduleNotPossible(
                TroubleClass.MAPPING,
                "Invoice " + invoice + ", product " + line.productId() + ": revenue treatment '"
                        + line.revenueTreatment() + "' is not known",
                "Give the product a revenue treatment (OVER_TIME_DAILY or POINT_IN_TIME), edit the event and replay it, by two people.");
    }

    static ScheduleNotPossible incomplete(String invoice, Line line) {
        return new ScheduleNotPossible(
                TroubleClass.SCHEMA,
                "Invoice " + invoice + ", product " + line.productId()
                        + ": a line that is earned over time needs a contract, a performance obligation and a service period of at least a day",
                "Let billing correct the line, or edit the event and replay it, by two people.");
    }
}
