package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;

/** The query parameter for the size of a page. */
final class Limit {

    private Limit() {}

    static int of(String limit) {
        try {
            return Page.size(limit == null ? null : Integer.valueOf(limit));
        } catch (NumberFormatException notANumber) {
            throw new Invalid("?limit", "is no whole number");
        }
    }
}
