package io.counterfoil.order.posting;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventDispatch;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells the processes that wait for a document that the ledger has posted it. */
@Dependent
class FollowPostings implements EventHandler {

    private static final String ID = "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";
    private static final String INVOICE = "INVOICE";

    /** What two people gave up in the ledger is never posted: what waits for it goes on as if it were. */
    private static final String GIVEN_UP = "io.counterfoil.ledger.order.refused-by-ledger.v1";

    /** What a process may wait for; recognition of revenue and the like pass by. */
    private static final Set<String> AWAITED = Set.of(INVOICE, "CREDIT_MEMO", "REFUND", "VOID");

    private final Postings postings;
    private final Event<DocumentPosted> told;

    @Inject
    FollowPostings(Postings postings, Event<DocumentPosted> told) {
        this.postings = postings;
        this.told = told;
    }

    @Override
    public Set<String> types() {
        return Set.of("io.counterfoil.ledger.journal.posted.v1", GIVEN_UP);
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        Map<UUID, Envelope> documents = new LinkedHashMap<>();
        for (Envelope event : run) {
            Posted posted = event.dataAs(Posted.class);
            if (event.type().equals(GIVEN_UP)) {
                UUID document = UUID.fromString(posted.documentId());
                documents.put(document, event);
                postings.keep(document, event.type());
            } else if (AWAITED.contains(posted.purpose()) && posted.documentId().matches(ID)) {
                UUID document = UUID.fromString(posted.documentId());
                documents.put(document, event);
                if (!INVOICE.equals(posted.purpose())) {
                    postings.keep(document, posted.purpose());
                }
            }
        }
        if (!documents.isEmpty()) {
            postings.posted(documents.keySet())
                    .forEach(one -> EventDispatch.within(documents.get(one.documentId()), () -> told.fire(one)));
        }
    }

    private record Posted(String purpose, String documentId) {}
}
