package io.counterfoil.order.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.order.contract.ContractTerms.Promise;
import io.counterfoil.order.contract.ContractTerms.Together;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final long FIRST_SEED = 20_260_101;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static Promise promise(long totalMinor, long standaloneMinor) {
        return new Promise(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "P",
                "OVER_TIME_DAILY",
                Money.ofMinor(totalMinor, "USD"),
                Money.ofMinor(standaloneMinor, "USD"),
                true,
                START,
                START.plusYears(1));
    }

    private static ContractSigned signed(List<Promise> promises) {
        return signed(promises, List.of());
    }

    private static ContractSigned signed(List<Promise> promises, List<Together> together) {
        ContractTerms terms =
                new ContractTerms(UUID.randomUUID(), UUID.randomUUID(), "US01", "USD", START, 12, promises, together);
        return Contract.sign(UUID.randomUUID(), "K-000001", terms).signed(together);
    }

    private static List<String> shares(ContractSigned contract) {
        return contract.obligations().stream()
                .map(o -> o.transactionPrice().amount())
                .toList();
    }

    @Test
    void without_a_discount_each_obligation_gets_its_own_price() {
        assertThat(shares(signed(List.of(promise(120000, 120000), promise(50000, 50000)))))
                .containsExactly("1200.00", "500.00");
    }

    @Test
    void a_discount_on_one_line_is_spread_over_all_by_stand_alone_price() {
        assertThat(shares(signed(List.of(promise(120000, 120000), promise(0, 40000)))))
                .containsExactly("900.00", "300.00");
    }

    @Test
    void the_last_obligation_takes_the_remainder() {
        assertThat(shares(signed(List.of(promise(3333, 1), promise(3333, 1), promise(3334, 1)))))
                .containsExactly("33.33", "33.33", "33.34");
    }

    /** IFRS 15 Example 34 / ASC 606-10-55-259, case A, recalled (unconfirmed): B and C are regularly sold together for 60. */
    @Test
    void a_discount_belongs_to_those_alone_that_are_regularly_sold_together_for_less() {
        List<Promise> promises = List.of(promise(5000, 4000), promise(0, 5500), promise(5000, 4500));
        List<UUID> both =
                promises.stream().skip(1).map(Promise::performanceObligationId).toList();
        ContractSigned signed = signed(promises, List.of(new Together(both, Money.of("60.00", "USD"))));
        assertThat(shares(signed)).containsExactly("40.00", "33.00", "27.00");
        assertThat(signed.soldTogether()).singleElement().satisfies(together -> assertThat(
                        together.performanceObligationIds())
                .isEqualTo(both));
        assertThat(shares(signed(promises, List.of(new Together(both, Money.of("100.00", "USD"))))))
                .as("no discount, so nothing of their own")
                .isEqualTo(shares(signed(promises)));
    }

    @Test
    void without_any_stand_alone_price_the_lines_keep_their_own() {
        assertThat(shares(signed(List.of(promise(700, 0), promise(300, 0))))).containsExactly("7.00", "3.00");
    }

    @RepeatedTest(50)
    void the_obligations_always_add_up_to_the_price(RepetitionInfo repetition) {
        long seed = Long.getLong("counterfoil.seed", FIRST_SEED) + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<Promise> promises = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            promises.add(promise(random.nextInt(1_000_000), random.nextInt(1_000_000)));
        }
        long total = promises.stream().mapToLong(p -> p.lineTotal().minor()).sum();
        long allocated = signed(promises).obligations().stream()
                .mapToLong(o -> o.transactionPrice().minor())
                .sum();
        assertThat(allocated).as("seed " + seed).isEqualTo(total);
    }

    private static Contract sample() {
        ContractTerms terms = new ContractTerms(
                UUID.fromString("0190a1b2-0002-7000-8000-000000000001"),
                UUID.fromString("0190a1b2-0001-7000-8000-000000000001"),
                "US01",
                "USD",
                START,
                12,
                List.of(promise(1, 1)),
                List.of());
        return Contract.sign(UUID.fromString("0190a1b2-0003-7000-8000-000000000001"), "K-000001", terms);
    }

    @Test
    void its_amendment_and_its_end_are_told_with_the_next_version() {
        GoldenExample.of("contract-amended.v1")
                .assertProduces(sample().amended(
                                UUID.fromString("0190a1b2-0031-7000-8000-000000000001"),
                                "QUANTITY",
                                UUID.fromString("0190a1b2-0004-7000-8000-000000000001"),
                                LocalDate.of(2026, 3, 1)));
        GoldenExample.of("contract-ended.v1")
                .assertProduces(sample().ended(LocalDate.of(2026, 3, 1), "The customer moved away."));
    }

    @Test
    void a_renewal_begins_where_the_term_ends() {
        Contract contract = sample();
        GoldenExample.of("contract-renewed.v1")
                .assertProduces(contract.renewed(
                        UUID.fromString("0190a1b2-0034-7000-8000-000000000001"), LocalDate.of(2027, 1, 1), 12, "3.5"));
        assertThat(ContractJson.of(contract).endDate()).isEqualTo(LocalDate.of(2028, 1, 1));
    }

    @Test
    void it_ends_with_its_term() {
        assertThat(signed(List.of(promise(1, 1))).endDate()).isEqualTo(LocalDate.of(2027, 1, 1));
    }
}
