package io.counterfoil.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BulkMatchingTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final int CUSTOMERS = 3000;

    private final Matching matching = TestBeans.on(POSTGRES).get(Matching.class);

    @BeforeAll
    static void customers() {
        Population.fill(POSTGRES.database(), 0, CUSTOMERS);
    }

    @Test
    void a_thousand_accounts_find_their_customers_and_the_report_adds_up() {
        List<Account> accounts = IntStream.range(0, 1000)
                .mapToObj(number -> Population.account(number, CUSTOMERS))
                .toList();
        Map<String, Long> outcomes = matching.findAll(accounts).stream()
                .collect(Collectors.groupingBy(Verdict::outcome, TreeMap::new, Collectors.counting()));
        assertThat(outcomes)
                .containsEntry("NAME_AND_DOMAIN", 600L)
                .containsEntry("NEW", 200L)
                .containsEntry("AMBIGUOUS", 100L)
                .containsEntry("REFERENCE", 100L);
    }

    @Test
    void each_is_decided_as_it_would_be_alone() {
        List<Account> accounts = IntStream.range(0, 60)
                .mapToObj(number -> Population.account(number, CUSTOMERS))
                .toList();
        List<Verdict> together = matching.findAll(accounts);
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            Verdict alone = Verdict.of(
                    account, () -> matching.find(account.reference(), account.taxRegistrations(), account.likeness()));
            assertThat(together.get(i)).isEqualTo(alone);
        }
    }
}
