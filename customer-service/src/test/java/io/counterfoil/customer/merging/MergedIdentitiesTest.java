package io.counterfoil.customer.merging;

import static io.counterfoil.customer.merging.Company.reference;
import static io.counterfoil.customer.merging.Company.tax;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.TaxRegistration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** By what one is known goes along with a merge and comes back, with all that was known of it. */
class MergedIdentitiesTest {

    private static final Company COMPANY = new Company();

    private final Identities identities = COMPANY.beans.get(Identities.class);
    private final ExternalReference first = reference("salesforce");
    private final ExternalReference later = reference("netsuite");
    private final ExternalReference theirs = reference("erp");

    @Test
    void what_a_person_decided_and_which_version_was_told_goes_along_and_comes_back() {
        UUID one = COMPANY.customer(List.of(first, later));
        UUID survivor = COMPANY.customer(List.of(theirs));
        identities.confirm(first);
        identities.told(first, 10L);
        COMPANY.merge(one, survivor);
        assertThat(identities.holderOf(first)).contains(survivor);
        requireKnown(first);
        identities.told(first, 11L);
        COMPANY.unmerge(one);
        assertThat(identities.holderOf(first)).contains(one);
        requireKnown(first);
        assertThat(identities.isNews(first, 11L))
                .as("what was said of the survivor was not said of it")
                .isTrue();
        assertThat(identities.isConfirmed(later)).isFalse();
    }

    private void requireKnown(ExternalReference reference) {
        assertThat(identities.isConfirmed(reference)).isTrue();
        assertThat(identities.isNews(reference, 10L)).isFalse();
        assertThat(identities.isNews(reference, 11L)).isTrue();
    }

    @Test
    void which_was_linked_first_leads_before_and_after() {
        UUID one = COMPANY.customer(List.of(first, later));
        UUID survivor = COMPANY.customer(List.of(theirs));
        COMPANY.merge(one, survivor);
        assertThat(COMPANY.get(survivor).references()).containsExactly(theirs, first, later);
        COMPANY.unmerge(one);
        assertThat(COMPANY.get(one).references()).containsExactly(first, later);
        assertThat(COMPANY.get(survivor).references()).containsExactly(theirs);
    }

    @Test
    void a_tax_id_comes_back_though_the_survivor_has_got_another_since() {
        TaxRegistration german = tax("DE");
        TaxRegistration french = tax("FR");
        TaxRegistration own = tax("IT");
        UUID one = COMPANY.customer(List.of(first), german);
        UUID survivor = COMPANY.customer(List.of(theirs), own);
        COMPANY.merge(one, survivor);
        COMPANY.say(survivor, german, french, own);
        COMPANY.unmerge(one);
        assertThat(taxOf(one)).containsExactly(german);
        assertThat(taxOf(survivor)).containsExactly(french, own);
    }

    @Test
    void a_tax_id_that_somebody_else_has_got_since_stops_no_undoing() {
        TaxRegistration german = tax("DE");
        UUID one = COMPANY.customer(List.of(first), german);
        UUID survivor = COMPANY.customer(List.of(theirs));
        COMPANY.merge(one, survivor);
        COMPANY.say(survivor);
        UUID third = COMPANY.customer(List.of(), german);
        COMPANY.unmerge(one);
        assertThat(taxOf(one)).isEmpty();
        assertThat(taxOf(third)).containsExactly(german);
    }

    @Test
    void what_the_survivor_could_not_have_beside_its_own_stays_with_the_merged_one() {
        TaxRegistration german = tax("DE");
        TaxRegistration another = tax("DE");
        UUID one = COMPANY.customer(List.of(first), german);
        UUID survivor = COMPANY.customer(List.of(theirs), another);
        COMPANY.merge(one, survivor);
        COMPANY.unmerge(one);
        assertThat(taxOf(one)).containsExactly(german);
        assertThat(taxOf(survivor)).containsExactly(another);
    }

    @Test
    void of_two_who_undo_it_at_once_one_is_refused_and_it_is_told_once() {
        UUID one = COMPANY.customer(List.of(first));
        UUID survivor = COMPANY.customer(List.of(theirs));
        COMPANY.merge(one, survivor);
        CompletableFuture<?> second = COMPANY.fresh(() -> {
            Pair.locked(COMPANY.records, one, survivor);
            CompletableFuture<?> waiting = CompletableFuture.supplyAsync(() -> COMPANY.unmerge(one));
            await().atMost(20, SECONDS).until(MergedIdentitiesTest::somebodyWaits);
            COMPANY.beans.get(UnmergeCustomer.class).handle(one, "two companies after all");
            return waiting;
        });
        assertThatThrownBy(second::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(IllegalMove.class);
        assertThat(COMPANY.database
                        .query(
                                "select 1 from outbox where type = ? and subject = ?",
                                CustomerUnmerged.TYPE,
                                one.toString())
                        .list(row -> 1))
                .hasSize(1);
    }

    private static boolean somebodyWaits() {
        return !COMPANY.database
                .query("select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                .list(row -> true)
                .isEmpty();
    }

    private static List<TaxRegistration> taxOf(UUID customer) {
        return COMPANY.get(customer).attributes().taxRegistrations();
    }
}
