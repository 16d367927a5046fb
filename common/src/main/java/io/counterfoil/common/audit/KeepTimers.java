package io.counterfoil.common.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.WorkDone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * What timers do is kept too, one line for each turn in which something was due. What each thing became is said by the use case
 * where it matters, and by the events, which name the timer as the one who acted.
 */
@ApplicationScoped
class KeepTimers {

    @Inject
    AuditTrail trail;

    void done(@Observes WorkDone turn) {
        JsonNode after =
                Json.strict().valueToTree(Map.of("sets", turn.sets(), "from", turn.from(), "until", turn.until()));
        trail.keep(new Audited("due-work", turn.work(), "done", Audited.CLOCK, null, null, after));
    }
}
