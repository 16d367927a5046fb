package io.counterfoil.common.together;

import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Operation;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.db.Transactions;
import io.counterfoil.common.http.Answers;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does sets of requests: their effects, their entries of the audit trail and their answers under their keys are one transaction. A key
 * that is there already, or comes to be there meanwhile, leaves nothing of it.
 */
@ApplicationScoped
class Sets {

    /**
     * Nobody waits for the key of one: the set falls apart, and whoever has that key waits alone. And its statements are always the
     * same, over few rows each: they are planned once, by index whatever the tables held then.
     */
    private static final String FEW_AND_FAST =
            """
            select set_config('lock_timeout', '100ms', true), set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('enable_seqscan', 'off', true)
            """;

    @Inject
    @Any
    Instance<Object> beans;

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @Inject
    Answers answers;

    @Inject
    AuditTrail trail;

    private final Map<Class<?>, Gate<Request, Response>> gates = new ConcurrentHashMap<>();

    /** A request with all that its thread knows of it. */
    record Request(Asked<Object> asked, Answers.Keyed key, Operation operation) {}

    /** The answer; empty where the request is to be done alone. */
    @SuppressWarnings("unchecked")
    Optional<Response> answer(Class<?> type, Request request) {
        InSets<Object> handler = (InSets<Object>) beans.select(type).get();
        return handler.fits(request.asked().body())
                ? gates.computeIfAbsent(type, any -> new Gate<>()).pass(request, set -> done(set, handler))
                : Optional.empty();
    }

    private List<Response> done(List<Request> set, InSets<Object> handler) {
        List<Answers.Keyed> keys = set.stream().map(Request::key).toList();
        return transactions.fresh(() -> {
            database.query(FEW_AND_FAST).list(row -> row);
            List<Response> made = new ArrayList<>(set.size());
            Gathering.within(() -> {
                made.addAll(handler.handle(set.stream().map(Request::asked).toList()));
                for (int i = 0; i < set.size(); i++) {
                    keep(set.get(i), made.get(i));
                }
            });
            return answers.keepAll(keys, made);
        });
    }

    private void keep(Request request, Response made) {
        Correlation.within(
                request.asked().correlation(),
                () -> trail.keep(request.operation().told(null, made)));
    }
}
