package io.counterfoil.ledger.bench;

import io.counterfoil.ledger.LedgerUnderTest;
import java.lang.reflect.Method;
import java.time.LocalDate;

/** The checks of a close, which are nobody's business outside their own package. */
final class CloseDoor {

    private CloseDoor() {}

    static boolean checks(LedgerUnderTest ledger, String legalEntityId, LocalDate end) {
        try {
            Object checks = ledger.get(Class.forName("io.counterfoil.ledger.period.CloseChecks"));
            Method of = checks.getClass().getDeclaredMethod("of", String.class, LocalDate.class);
            of.setAccessible(true);
            Object checklist = of.invoke(checks, legalEntityId, end);
            Method passed = checklist.getClass().getDeclaredMethod("passed");
            passed.setAccessible(true);
            return (boolean) passed.invoke(checklist);
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }
}
