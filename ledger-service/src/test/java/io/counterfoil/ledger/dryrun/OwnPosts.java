package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.ledger.LedgerUnderTest;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.UUID;

/** Entries by people, approved by others and posted. */
final class OwnPosts {

    private OwnPosts() {}

    static void post(LedgerUnderTest ledger, String kind, String amount, UUID concerns) {
        UUID id = EventIds.next();
        ledger.database()
                .update(
                        """
                        insert into manual_entry (id, kind, legal_entity_id, currency, effective_date, description, amount_minor, concerns, state,
                            made_by, made_at, submitted_by, decided_by, version)
                        values (?, ?, 'US01', 'USD', date '2026-01-01', 'by people', ?, ?, 'APPROVED', 'maker', now(), 'maker', 'checker', 1)
                        """,
                        id,
                        kind,
                        amount == null
                                ? null
                                : new BigDecimal(amount).movePointRight(2).longValueExact(),
                        concerns);
        try {
            Object use = ledger.get(Class.forName("io.counterfoil.ledger.manual.PostEntry"));
            Method handle = use.getClass().getDeclaredMethod("handle", UUID.class);
            handle.setAccessible(true);
            ledger.postgres().transactions().fresh(() -> {
                try {
                    return handle.invoke(use, id);
                } catch (ReflectiveOperationException refused) {
                    throw new IllegalStateException(refused);
                }
            });
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }
}
