package io.counterfoil.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.pricing.PricePeriod;
import io.counterfoil.order.revision.Revisions;
import io.counterfoil.order.revision.Revisions.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What two people wanted holds from its day on, whatever else is proposed, in whatever order. */
class ProductVersionsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final int TURNS = 40;

    private final TestBeans beans = TestBeans.on(POSTGRES).setting("event.context", "order");
    private final ProductProposals proposals = beans.get(ProductProposals.class);
    private final DecideProduct decide = beans.get(DecideProduct.class);
    private final Catalogue catalogue = beans.get(Catalogue.class);
    private final LocalDate today = beans.get(Revisions.class).today();

    @Test
    void on_each_day_holds_what_was_approved_last_of_what_began_latest() {
        long seed = Long.getLong("counterfoil.seed", 61);
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        Map<LocalDate, String> holds = new TreeMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            LocalDate from = today.plusDays(random.nextInt(30) - 5);
            String name = "Version " + turn;
            as("maker", () -> proposals.propose("GENERATED", terms(name, from), "*"));
            boolean approved = random.nextInt(3) > 0;
            as("checker", () -> decide.handle("GENERATED", approved, null));
            if (approved) {
                holds.put(from.isBefore(today) ? today : from, name);
            }
        }
        for (LocalDate day = today.minusDays(2); day.isBefore(today.plusDays(40)); day = day.plusDays(1)) {
            List<String> begun = new ArrayList<>();
            for (Map.Entry<LocalDate, String> each : holds.entrySet()) {
                if (!each.getKey().isAfter(day)) {
                    begun.add(each.getValue());
                }
            }
            assertThat(catalogue
                            .offer("GENERATED", day)
                            .map(Catalogue.Offer::name)
                            .orElse(null))
                    .as("on " + day)
                    .isEqualTo(begun.isEmpty() ? null : begun.get(begun.size() - 1));
        }
    }

    @Test
    void a_change_is_made_from_the_version_that_was_read_and_the_same_again_is_none() {
        assertThat(propose("READ", "One", null).created()).isTrue();
        assertThat(propose("READ", "One", null).proposed()).isFalse();
        assertThatThrownBy(() -> propose("READ", "Two", null)).isInstanceOf(ETags.PreconditionMissing.class);
        assertThatThrownBy(() -> propose("READ", "Two", "\"7\"")).isInstanceOf(ETags.Stale.class);
        assertThat(propose("READ", "Two", "\"1\"").newest().revision().version())
                .isEqualTo(2);
    }

    @Test
    void a_bundle_is_not_sold_while_one_of_its_parts_is_not() {
        sell("PART-1", terms("Part 1", null));
        sell(
                "PART-2",
                new ProductJson.Terms(
                        "Part 2",
                        "plan",
                        PricePeriod.ONCE,
                        RevenueTreatment.POINT_IN_TIME,
                        TaxCategory.S,
                        null,
                        null,
                        null,
                        null,
                        today.plusDays(10)));
        sell("BUNDLE", bundle("PART-1", "PART-2"));
        assertThat(catalogue.offer("BUNDLE", today).orElseThrow().parts()).hasSize(2);
        assertThat(catalogue.offer("BUNDLE", today.plusDays(10))).isEmpty();
        assertThatThrownBy(() -> as("maker", () -> proposals.propose("NESTED", bundle("BUNDLE", "PART-1"), null)))
                .isInstanceOf(Invalid.class);
    }

    private void sell(String id, ProductJson.Terms terms) {
        as("maker", () -> proposals.propose(id, terms, null));
        as("checker", () -> decide.handle(id, true, null));
    }

    private Proposal<ProductVersion> propose(String id, String name, String ifMatch) {
        return as("maker", () -> proposals.propose(id, terms(name, null), ifMatch));
    }

    private static ProductJson.Terms terms(String name, LocalDate from) {
        return new ProductJson.Terms(
                name,
                "plan",
                PricePeriod.ONCE,
                RevenueTreatment.POINT_IN_TIME,
                TaxCategory.S,
                null,
                null,
                null,
                from,
                null);
    }

    private static ProductJson.Terms bundle(String... parts) {
        List<ProductTerms.Component> components = new ArrayList<>();
        for (String part : parts) {
            components.add(new ProductTerms.Component(part, 1));
        }
        return new ProductJson.Terms("Bundle", null, PricePeriod.ONCE, null, null, null, null, components, null, null);
    }

    private static <T> T as(String person, Supplier<T> work) {
        List<T> result = new ArrayList<>();
        POSTGRES.transactions()
                .fresh(() -> Correlation.within(new Correlation("c", "c", person), () -> {
                    result.add(work.get());
                }));
        return result.get(0);
    }
}
