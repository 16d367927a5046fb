package io.counterfoil.billing.policy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The policies as other capabilities ask for them. */
@Dependent
public class Policies {

    private final PolicyRows rows;

    @Inject
    Policies(PolicyRows rows) {
        this.rows = rows;
    }

    /** One value; who works on a set takes a {@link #book}. */
    public PolicyValue value(PolicyName policy, Scope scope, LocalDate day) {
        return book(List.of(scope)).value(policy, scope, day);
    }

    /** All that may concern these scopes, by one statement. */
    public PolicyBook book(Collection<Scope> scopes) {
        return rows.book(scopes);
    }
}
