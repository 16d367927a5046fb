package io.counterfoil.customer.onboarding;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.customer.customer.WithoutServer;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.onboarding.DecideReview.Verdict;
import io.counterfoil.customer.reference.ExternalReference;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A person decides while the other system speaks again: one waits for the other, and neither for both. */
class DecideAtOnceTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final TestBeans beans = WithoutServer.on(POSTGRES);
    private final Reviews reviews = beans.get(Reviews.class);
    private final ExternalReference account =
            new ExternalReference("crm", UUID.randomUUID().toString());

    @Test
    void an_onboarding_that_settles_the_task_and_a_decision_of_it_wait_in_one_order() {
        UUID someone = customer();
        Said said = said();
        UUID task = task(said);
        CompletableFuture<Review> decision = POSTGRES.transactions().fresh(() -> {
            beans.get(Matching.class)
                    .lock(
                            List.of(account),
                            said.attributes().taxRegistrations(),
                            said.attributes().likeness());
            CompletableFuture<Review> waiting = CompletableFuture.supplyAsync(() -> POSTGRES.transactions()
                    .fresh(() -> beans.get(DecideReview.class).handle(task, new Verdict(someone, "the same"))));
            await().atMost(20, SECONDS).until(this::somebodyWaits);
            reviews.settled(account, someone, false);
            return waiting;
        });
        assertThatThrownBy(decision::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalMove.class);
        assertThat(reviews.get(task).reason()).isEqualTo("settled without the task");
    }

    private boolean somebodyWaits() {
        return database.query(
                                "select count(*) as many from pg_locks where not granted and locktype = 'advisory' and database ="
                                        + " (select oid from pg_database where datname = current_database())")
                        .one(row -> row.longValue("many"))
                        .orElseThrow()
                > 0;
    }

    private UUID task(Said said) {
        UUID id = UUID.randomUUID();
        database.update(
                """
                insert into match_review (id, system, external_id, said, why, candidates, state, version, opened_at, correlation_id)
                values (?, ?, ?, ?::jsonb, 'two are meant', '[]', 'OPEN', 1, now(), 'test')
                """,
                id,
                account.system(),
                account.id(),
                Json.write(said.body()));
        return id;
    }

    private UUID customer() {
        UUID id = UUID.randomUUID();
        database.update(
                """
                insert into customer (id, customer_number, version, state, legal_name, payment_terms_days, name_key,
                                      created_at, changed_at)
                values (?, ?, 1, 'ACTIVE', 'Northwind', 30, 'northwind', now(), now())
                """,
                id,
                "C-" + id);
        return id;
    }

    private static Said said() {
        ObjectNode body = Json.strict().createObjectNode().put("legalName", "Northwind");
        return Said.of(body, 1L, "record");
    }
}
