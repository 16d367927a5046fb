package io.counterfoil.customer.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.customer.customer.WithoutServer;
import io.counterfoil.customer.matching.AmbiguousMatch;
import io.counterfoil.customer.onboarding.DecideReview.Verdict;
import io.counterfoil.customer.onboarding.OnboardCustomer.Onboarded;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a system said earlier never overrules what it said later, whichever comes last, and whoever has to decide between. */
class OlderWordTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final TestBeans beans = WithoutServer.on(POSTGRES);
    private final OnboardCustomer onboard = beans.get(OnboardCustomer.class);
    private final ParkAmbiguity park = beans.get(ParkAmbiguity.class);
    private final DecideReview decide = beans.get(DecideReview.class);
    private final Reviews reviews = beans.get(Reviews.class);
    private final Troubles troubles = beans.get(Troubles.class);
    private final ExternalReference account = reference();
    private final String tax = tax();

    @Test
    void a_late_one_changes_nothing_and_lets_no_other_late_one_in() {
        say("Tenth", tax, 10L);
        say("Fifth", tax, 5L);
        say("Seventh", tax, 7L);
        assertThat(name()).isEqualTo("Tenth");
        say("Eleventh", tax, 11L);
        assertThat(name()).isEqualTo("Eleventh");
    }

    @Test
    void a_late_one_is_no_question_for_a_person() {
        String foreign = tax();
        Onboarded ours = say("Tenth", tax, 10L);
        other(foreign);
        assertThat(say("Fifth", foreign, 5L).customer()).isEqualTo(ours.customer());
        ambiguous("Eleventh", foreign, 11L);
        say("Ninth", tax, 9L);
        assertThat(reviews.openOf(account)).as("what the eleventh asks").isPresent();
    }

    @Test
    void what_waits_for_a_person_keeps_its_version() {
        UUID other = other(tax);
        say("First", tax(), 1L);
        ambiguous("Tenth", tax, 10L);
        ambiguous("Fifth", tax, 5L);
        Review review = reviews.openOf(account).orElseThrow();
        assertThat(review.said().path("legalName").asText()).isEqualTo("Tenth");
        assertThat(review.sourceVersion()).isEqualTo(10L);
        fresh(() -> decide.handle(review.reviewId(), new Verdict(other, "the same company")));
        say("Seventh", tax, 7L);
        assertThat(identities().isNews(account, 10L)).isFalse();
        assertThat(identities().isNews(account, 11L)).isTrue();
        assertThat(rejected(other)).doesNotContain("Seventh");
    }

    @Test
    void what_is_settled_without_the_task_leaves_no_exception() {
        String foreign = tax();
        other(foreign);
        say("First", tax, 1L);
        ambiguous("Second", foreign, 2L);
        assertThat(exceptions()).hasSize(1);
        say("Third", tax, 3L);
        assertThat(reviews.openOf(account)).isEmpty();
        assertThat(exceptions()).isEmpty();
    }

    @Test
    void a_replay_takes_what_was_said_last() {
        String foreign = tax();
        other(foreign);
        say("First", tax, 1L);
        ambiguous("Second", foreign, 2L);
        ambiguous("Third", foreign, 3L);
        Trouble open = exceptions().get(0);
        identities().confirm(account);
        fresh(() -> {
            beans.get(ReplayOnboarding.class).replay(open);
            return null;
        });
        assertThat(name()).isEqualTo("Third");
        say("Second", tax, 2L);
        assertThat(name()).isEqualTo("Third");
    }

    private Identities identities() {
        return beans.get(Identities.class);
    }

    private List<Trouble> exceptions() {
        return troubles.open(ParkAmbiguity.ORIGIN, account.toString());
    }

    private String name() {
        return database.query(
                        "select c.legal_name from customer c join customer_reference r on r.customer_id = c.id where r.external_id = ?",
                        account.id())
                .one(row -> row.text("legal_name"))
                .orElseThrow();
    }

    private List<String> rejected(UUID customerId) {
        return database.query("select offered #>> '{}' as said from rejected_change where customer_id = ?", customerId)
                .list(row -> row.text("said"));
    }

    private UUID other(String taxId) {
        return fresh(() -> onboard.handle(reference(), said("Other", taxId, null)))
                .customer()
                .customerId();
    }

    private Onboarded say(String name, String taxId, Long version) {
        return fresh(() -> onboard.handle(account, said(name, taxId, version)));
    }

    private void ambiguous(String name, String taxId, Long version) {
        Said said = said(name, taxId, version);
        assertThatThrownBy(() -> fresh(() -> onboard.handle(account, said)))
                .isInstanceOfSatisfying(
                        AmbiguousMatch.class,
                        why -> fresh(() -> {
                            park.handle(account, said, why);
                            return null;
                        }));
    }

    private static Said said(String name, String taxId, Long version) {
        ObjectNode body = Json.strict().createObjectNode().put("legalName", name);
        body.putArray("taxRegistrations")
                .addObject()
                .put("scheme", "VAT")
                .put("country", "DE")
                .put("id", taxId);
        return Said.of(body, version, "record");
    }

    private static ExternalReference reference() {
        return new ExternalReference("crm", UUID.randomUUID().toString());
    }

    private static String tax() {
        return "DE" + UUID.randomUUID().toString().replace("-", "");
    }

    private static <T> T fresh(Supplier<T> work) {
        return POSTGRES.transactions().fresh(work);
    }
}
