package io.counterfoil.common.compatibility;

/**
 * One broken promise.
 *
 * @param subject the operation ({@code GET /v1/invoices}) or the event ({@code io.counterfoil.billing.invoice.issued.v1})
 * @param place where in it: {@code answer 200 lines[].amount}; empty for the whole
 * @param detail what it was and what it is; may be empty
 */
record Break(String subject, String place, BreakKind kind, String detail) {

    @Override
    public String toString() {
        return subject + (place.isEmpty() ? "" : ", " + place) + ": " + kind.words()
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
