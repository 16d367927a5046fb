package io.counterfoil.common.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Routes;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.common.trouble.Troubles;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Set<String> broken = new HashSet<>();
    private final TestBeans beans = TestBeans.on(POSTGRES)
            .with(new Prices())
            .setting("webhook.private.hosts", "localhost")
            .setting("webhook.secret.keys", "test:" + "A".repeat(43) + "=")
            .setting("event.context", "order");
    private final Teams teams = beans.get(Teams.class);
    private final Troubles troubles =
            beans.observe(Trouble.Opened.class, teams::opened).get(Troubles.class);
    private final Routes routes = beans.get(Routes.class);

    @BeforeEach
    void nothing_is_there() {
        POSTGRES.database().update("truncate exception, exception_history, exception_route, webhook_endpoint, step");
    }

    @Test
    void an_exception_says_whom_and_what_it_is_about() {
        Trouble parked = parked(
                "o-1",
                "{\"customerId\":\"c-1\",\"billTo\":{\"address\":{\"country\":\"DE\",\"region\":\"BY\"}},\"lines\":[{\"productId\":\"PLATFORM\"}]}");
        assertThat(parked.customerId()).isEqualTo("c-1");
        assertThat(parked.region()).isEqualTo("BY");
        assertThat(parked.productLine()).isEqualTo("PLATFORM");
        assertThat(parked("o-2", "no JSON at all").customerId()).isNull();
    }

    @Test
    void a_class_is_given_to_another_team_with_an_objective_of_its_own() {
        Trouble before = parked("o-1", "{}");
        assertThat(before.owner()).isEqualTo("sales-operations");
        assertThat(before.dueAt()).isEqualTo(before.openedAt().plusSeconds(4 * 3600));
        POSTGRES.transactions().fresh(() -> routes.set(TroubleClass.PRICE, "pricing-desk", 30));
        Trouble after = parked("o-2", "{}");
        assertThat(after.owner()).isEqualTo("pricing-desk");
        assertThat(after.dueAt()).isEqualTo(after.openedAt().plusSeconds(1800));
        assertThat(troubles.byId(before.id()).owner())
                .as("what nobody has taken")
                .isEqualTo("pricing-desk");
        assertThat(routes.of(TroubleClass.PRICE).version()).isEqualTo(1);
        assertThat(routes.all()).hasSameSizeAs(TroubleClass.values());
    }

    @Test
    void a_team_of_its_own_goes_before_the_route_of_the_class_whenever_that_is_decided() {
        POSTGRES.transactions().fresh(() -> routes.set(TroubleClass.OVERDUE, "night-shift", 30));
        Trouble routed = overdue("o-1", null);
        Trouble owned = overdue("o-2", "support");
        assertThat(routed.owner()).isEqualTo("night-shift");
        assertThat(owned.owner()).isEqualTo("support");
        assertThat(owned.dueAt())
                .as("the time is the class's")
                .isEqualTo(owned.openedAt().plusSeconds(1800));
        POSTGRES.transactions().fresh(() -> routes.set(TroubleClass.OVERDUE, "day-shift", 60));
        assertThat(troubles.byId(routed.id()).owner()).isEqualTo("day-shift");
        assertThat(troubles.byId(owned.id())).satisfies(now -> {
            assertThat(now.owner()).isEqualTo("support");
            assertThat(now.dueAt()).isEqualTo(now.openedAt().plusSeconds(3600));
        });
    }

    private Trouble overdue(String subject, String team) {
        UUID id = POSTGRES.transactions()
                .fresh(() -> troubles.park(
                        told("deadline", TroubleClass.OVERDUE, subject, "{}").ownedBy(team)));
        return troubles.byId(id);
    }

    @Test
    void a_team_is_told_of_what_came_to_it_and_once_of_what_waits_too_long() {
        parked("o-0", "{}");
        assertThat(notices()).as("nobody wants to be told yet").isEmpty();
        POSTGRES.transactions().fresh(() -> teams.put("sales-operations", "http://localhost:1/in", SECRET, true, null));
        parked("o-1", "{}");
        assertThat(notices()).containsExactly("exception.opened");
        POSTGRES.database().update("update exception set due_at = now() - interval '1 minute' where subject = 'o-1'");
        TellOverdue overdue = beans.get(TellOverdue.class);
        assertThat(overdue.workOnce()).isTrue();
        assertThat(overdue.workOnce()).isFalse();
        assertThat(notices()).containsExactly("exception.opened", "exception.overdue");
    }

    @Test
    void of_a_notification_that_failed_nobody_is_notified() {
        POSTGRES.transactions().fresh(() -> teams.put("platform", "http://localhost:1/in", SECRET, true, null));
        POSTGRES.transactions()
                .fresh(() -> troubles.park(told("step:webhook", TroubleClass.DOWNSTREAM_DOWN, "x", "{}")));
        assertThat(notices()).isEmpty();
    }

    @Test
    void an_end_point_is_changed_only_from_what_was_read() {
        POSTGRES.transactions().fresh(() -> teams.put("tax", "http://localhost:1/in", SECRET, true, null));
        assertThatThrownBy(() -> teams.put("tax", "http://localhost:2/in", SECRET, true, null))
                .isInstanceOf(ETags.PreconditionMissing.class);
        teams.put("tax", "http://localhost:2/in", SECRET, false, "\"1\"");
        assertThat(teams.find("tax").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void many_are_replayed_and_who_is_refused_again_stops_nobody() {
        UUID first = parked("o-1", "{}").id();
        UUID second = parked("o-2", "{}").id();
        broken.add("o-2");
        ReplayMany.Report report = beans.get(ReplayMany.class)
                .handle(new ReplayMany.Wanted(null, TroubleClass.PRICE, null, null, null, null), "clerk");
        assertThat(report.replayed()).isEqualTo(2);
        assertThat(report.healed()).isEqualTo(1);
        assertThat(report.more()).isFalse();
        assertThat(troubles.byId(first).state()).isEqualTo(Trouble.State.RESOLVED);
        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome.id().equals(second))
                .extracting(ReplayMany.Outcome::code)
                .containsExactly("still-wrong");
    }

    @Test
    void nobody_replays_everything_by_saying_nothing() {
        ReplayMany many = beans.get(ReplayMany.class);
        assertThatThrownBy(() -> many.handle(new ReplayMany.Wanted(null, null, null, null, null, null), "clerk"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void the_figures_say_what_is_open_what_came_and_went_and_what_a_replay_healed() {
        parked("o-1", "{}");
        UUID healed = parked("o-2", "{}").id();
        parked("o-3", "{}");
        beans.get(ReplayMany.class)
                .handle(new ReplayMany.Wanted(List.of(healed), null, null, null, null, null), "clerk");
        POSTGRES.database().update("update exception set due_at = now() - interval '1 hour' where subject = 'o-1'");
        Figures.Standing standing = beans.get(Figures.class).of(7);
        assertThat(standing.open()).singleElement().satisfies(open -> {
            assertThat(open.trouble()).isEqualTo(TroubleClass.PRICE);
            assertThat(open.open()).isEqualTo(2);
            assertThat(open.overdue()).isEqualTo(1);
        });
        assertThat(standing.days()).singleElement().satisfies(day -> {
            assertThat(day.opened()).isEqualTo(3);
            assertThat(day.closed()).isEqualTo(1);
            assertThat(day.healedByReplay()).isEqualTo(1);
            assertThat(day.waived()).isZero();
        });
    }

    private Trouble parked(String subject, String content) {
        UUID id = POSTGRES.transactions()
                .fresh(() -> troubles.park(told("order.prices", TroubleClass.PRICE, subject, content)));
        return troubles.byId(id);
    }

    private static Parked told(String origin, TroubleClass trouble, String subject, String content) {
        return new Parked(
                origin,
                trouble,
                "price-out-of-tolerance",
                subject,
                "the price is too low",
                "Correct the price.",
                "deal",
                null,
                "application/json",
                content.getBytes(StandardCharsets.UTF_8),
                null,
                null,
                null,
                null);
    }

    private List<String> notices() {
        return POSTGRES.database()
                .query("select payload::jsonb -> 'message' ->> 'type' as type from step where kind = 'webhook' order"
                        + " by seq")
                .list(row -> row.text("type"));
    }

    private final class Prices implements Replay {
        @Override
        public boolean replays(String origin) {
            return origin.equals("order.prices");
        }

        @Override
        public void replay(Trouble trouble) {
            if (broken.contains(trouble.subject())) {
                throw new StillWrong();
            }
        }
    }

    static final class StillWrong extends Refusal {
        StillWrong() {
            super(422, TroubleClass.PRICE, "still too low", "Correct the price.");
        }
    }
}
