package io.counterfoil.customer.credit;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.ownership.Ownership;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Gives a customer a limit, or takes it away. */
@UseCase
class SetCreditTerms {

    private final Ownership ownership;
    private final GoldenRecords records;
    private final CreditBook book;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    SetCreditTerms(Ownership ownership, GoldenRecords records, CreditBook book, AuditTrail audit, BusinessClock clock) {
        this.ownership = ownership;
        this.records = records;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    CreditTerms handle(UUID customerId, String ifMatch, CreditJson.Wanted wanted) {
        wanted.check();
        ownership.requirePeople(List.of("creditLimit"));
        GoldenRecord customer = records.locked(customerId);
        if (customer.state().isFinal()) {
            throw new IllegalMove("customer " + customer.customerNumber(), customer.state(), "have credit", List.of());
        }
        CreditTerms before = book.terms(customerId);
        ETags.require(ifMatch, before.version());
        book.save(new CreditTerms(
                customerId,
                wanted.limit(),
                wanted.policy(),
                !Boolean.FALSE.equals(wanted.suspendedByDunning()),
                before.version(),
                wanted.reason(),
                Correlation.current().actor(),
                clock.now()));
        CreditTerms after = book.terms(customerId);
        JsonNode was = Json.strict().valueToTree(before);
        JsonNode is = Json.strict().valueToTree(after);
        audit.keep(new Audited("credit-terms", customerId.toString(), "set", Audited.API, wanted.reason(), was, is));
        return after;
    }
}
