package io.counterfoil.common.workbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.ReplayTrouble;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Replays many after one cause was mended, each by itself: what is refused again stays open and stops nobody else. */
@ApplicationScoped
class ReplayMany {

    private static final int MOST = 200;

    @Inject
    Database database;

    @Inject
    ReplayTrouble replay;

    /** Which ones: those that are named, or the open ones that meet all that is given. */
    public record Wanted(
            List<UUID> ids,
            @JsonProperty("class") TroubleClass trouble,
            String code,
            String owner,
            String origin,
            String customerId) {

        boolean saysNothing() {
            return (ids == null || ids.isEmpty())
                    && Stream.of(trouble, code, owner, origin, customerId).allMatch(Objects::isNull);
        }
    }

    /** What became of one. */
    public record Outcome(UUID id, boolean healed, String code, String reason) {}

    /**
     * What became of all.
     *
     * @param more whether there were more than are done in one go: ask again
     */
    public record Report(int replayed, int healed, boolean more, List<Outcome> outcomes) {}

    Report handle(Wanted wanted, String actor) {
        if (wanted.saysNothing()) {
            throw new Invalid("", "name exceptions, or say what they have in common");
        }
        if (wanted.ids() != null && wanted.ids().size() > MOST) {
            throw new Invalid("/ids", "may name " + MOST);
        }
        List<UUID> found = heads(wanted);
        List<Outcome> outcomes = new ArrayList<>();
        found.stream().limit(MOST).forEach(id -> outcomes.add(one(id, actor)));
        int healed = (int) outcomes.stream().filter(Outcome::healed).count();
        return new Report(outcomes.size(), healed, found.size() > MOST, List.copyOf(outcomes));
    }

    private Outcome one(UUID id, String actor) {
        try {
            Trouble now = replay.handle(id, actor);
            return new Outcome(id, !now.state().isOpen(), null, null);
        } catch (Refusal refused) {
            return new Outcome(id, false, refused.code(), refused.getMessage());
        }
    }

    /** Those that wait behind another follow it by themselves. */
    private List<UUID> heads(Wanted wanted) {
        if (wanted.ids() != null && !wanted.ids().isEmpty()) {
            return wanted.ids();
        }
        return database.query(
                        """
                        select id from exception
                        where state in ('OPEN', 'ASSIGNED') and waits_for is null
                          and (?::text is null or class = ?) and (?::text is null or code = ?)
                          and (?::text is null or owner = ?) and (?::text is null or origin = ?)
                          and (?::text is null or customer_id = ?)
                        order by seq limit ?
                        """,
                        wanted.trouble(),
                        wanted.trouble(),
                        wanted.code(),
                        wanted.code(),
                        wanted.owner(),
                        wanted.owner(),
                        wanted.origin(),
                        wanted.origin(),
                        wanted.customerId(),
                        wanted.customerId(),
                        MOST + 1)
                .list(row -> row.uuid("id"));
    }
}
