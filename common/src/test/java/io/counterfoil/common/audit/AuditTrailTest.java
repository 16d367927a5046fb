package io.counterfoil.common.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final AuditTrail trail = beans.get(AuditTrail.class);
    private final AuditQuery query = beans.get(AuditQuery.class);
    private final String thing = UUID.randomUUID().toString();

    @Test
    void a_change_is_kept_with_who_when_why_from_where_before_and_after() {
        change("renamed", "first@counterfoil.example", "a to b");
        AuditEntry kept = of(thing, null, null).items().get(0);
        assertThat(kept.actor()).isEqualTo("first@counterfoil.example");
        assertThat(kept.at()).isNotNull();
        assertThat(kept.reason()).isEqualTo("a to b");
        assertThat(kept.origin()).isEqualTo(Audited.API);
        assertThat(kept.before()).isEqualTo("{\"name\": \"a\"}");
        assertThat(kept.after()).isEqualTo("{\"name\": \"b\"}");
        assertThat(kept.correlationId()).isNotBlank();
    }

    @Test
    void one_query_finds_what_somebody_did_to_something_page_by_page() {
        for (int i = 0; i < 5; i++) {
            change("renamed", i == 3 ? "other@counterfoil.example" : "one@counterfoil.example", "turn " + i);
        }
        assertThat(of(thing, "other@counterfoil.example", null).items())
                .extracting(AuditEntry::reason)
                .containsExactly("turn 3");
        Page<AuditEntry> first = query.find(filter(thing, null), null, 3);
        Page<AuditEntry> second = query.find(filter(thing, null), first.nextCursor(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).extracting(AuditEntry::reason).containsExactly("turn 3", "turn 4");
        assertThat(second.nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_entry set actor = 'nobody'", "delete from audit_entry", "truncate audit_entry"})
    void nothing_in_it_is_ever_changed(String tampering) {
        change("renamed", "one@counterfoil.example", null);
        assertThatThrownBy(() -> POSTGRES.database().update(tampering)).hasMessageContaining("only ever appended");
    }

    @Test
    void what_a_timer_does_is_kept_with_both_sides_and_a_person_is_not_asked() {
        Correlation.within(Correlation.fresh("somebody@counterfoil.example"), this::end);
        assertThat(of(thing, null, null).items()).isEmpty();
        Correlation.within(Correlation.ofTimer("ends"), this::end);
        assertThat(of(thing, null, null).items()).singleElement().satisfies(kept -> {
            assertThat(kept.actor()).isEqualTo("timer:ends");
            assertThat(kept.origin()).isEqualTo(Audited.CLOCK);
            assertThat(kept.before()).isEqualTo("{\"state\": \"OPEN\"}");
            assertThat(kept.after()).isEqualTo("{\"state\": \"ENDED\"}");
        });
        Correlation.within(Correlation.ofTimer("ends"), () -> trail.keepOfTimer(List::of));
        assertThat(of(thing, null, null).items()).hasSize(1);
    }

    private void end() {
        POSTGRES.transactions()
                .fresh(() -> trail.keepOfTimer(() -> List.of(Audited.byClock(
                        "thing", thing, "ended", null, Map.of("state", "OPEN"), Map.of("state", "ENDED")))));
    }

    private void change(String act, String actor, String reason) {
        Correlation.within(Correlation.fresh(actor), () -> POSTGRES.transactions()
                .fresh(() -> trail.keep(new Audited(
                        "thing",
                        thing,
                        act,
                        Audited.API,
                        reason,
                        JsonNodeFactory.instance.objectNode().put("name", "a"),
                        JsonNodeFactory.instance.objectNode().put("name", "b")))));
    }

    private Page<AuditEntry> of(String objectId, String actor, String cursor) {
        return query.find(filter(objectId, actor), cursor, null);
    }

    private static AuditQuery.Filter filter(String objectId, String actor) {
        return new AuditQuery.Filter("thing", objectId, actor, null, null, null, null);
    }
}
