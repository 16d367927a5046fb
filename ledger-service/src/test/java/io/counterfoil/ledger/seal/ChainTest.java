package io.counterfoil.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private final LedgerUnderTest ledger =
            new LedgerUnderTest().withEntity("US01", "USD").withEntity("DE01", "EUR");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @BeforeEach
    void three_entries() {
        for (int i = 0; i < 3; i++) {
            ledger.take(billing.invoice(DAY).atOnce("10.00").issued());
        }
    }

    @Test
    void entries_are_sealed_after_they_are_posted_and_the_chain_holds() {
        assertThat(chain("US01").unsealed()).isEqualTo(3);
        seal();

        ChainJson.Chain first = chain("US01");
        assertThat(first.links()).isEqualTo(3);
        assertThat(first.unsealed()).isZero();
        assertThat(first.firstBroken()).isNull();

        ledger.take(billing.invoice(DAY).atOnce("11.00").issued());
        seal();
        assertThat(chain("US01").links()).isEqualTo(4);
        assertThat(chain("US01").hash()).isNotEqualTo(first.hash());
        assertThat(chain("DE01").links())
                .as("each legal entity has a chain of its own")
                .isZero();
    }

    @Test
    void an_amount_that_was_changed_with_triggers_off_is_found_and_named() {
        seal();
        behindOurBack("update posting set amount_minor = amount_minor + 1, functional_minor = functional_minor + 1"
                + " where entry_id = (select id from journal_entry where entry_number = 'US01-J-000002')");

        assertBroken("US01-J-000002", "it does not say what was sealed");
    }

    @Test
    void a_date_that_was_changed_is_found() {
        seal();
        behindOurBack("update journal_entry set posting_date = posting_date + 1 where entry_number = 'US01-J-000003'");

        assertBroken("US01-J-000003", "it does not say what was sealed");
    }

    @Test
    void an_entry_that_is_gone_is_found() {
        seal();
        behindOurBack(
                "delete from posting where entry_id = (select id from journal_entry where entry_number = 'US01-J-000001')");
        behindOurBack("delete from journal_entry where entry_number = 'US01-J-000001'");

        ChainJson.Broken broken = chain("US01").firstBroken();
        assertThat(broken.chainNumber()).isEqualTo(1);
        assertThat(broken.reason()).isEqualTo("its entry is gone");
    }

    @Test
    void a_link_that_is_gone_is_found_and_links_are_kept_by_the_database() {
        seal();
        assertThatThrownBy(() -> ledger.database().update("delete from journal_seal"))
                .hasStackTraceContaining("never changed");
        behindOurBack("delete from journal_seal where chain_number = 2");

        assertThat(chain("US01").firstBroken().reason()).isEqualTo("link 2 is gone");
    }

    @Test
    void what_is_not_committed_is_not_sealed_and_nothing_is_skipped_for_it() {
        seal();
        ledger.postgres().transactions().fresh(() -> {
            ledger.database().query("select pg_current_xact_id()::text as id").one(row -> row.text("id"));
            ledger.take(billing.invoice(DAY).atOnce("12.00").issued());
            seal();
            assertThat(chain("US01").links())
                    .as("an older transaction is still open")
                    .isEqualTo(3);
        });

        seal();
        assertThat(chain("US01").links()).isEqualTo(4);
    }

    private void assertBroken(String entryNumber, String reason) {
        ChainJson.Broken broken = chain("US01").firstBroken();
        assertThat(broken.entryNumber()).isEqualTo(entryNumber);
        assertThat(broken.reason()).isEqualTo(reason);
    }

    private ChainJson.Chain chain(String entity) {
        return ledger.get(Chains.class).verify(entity).chains().get(0);
    }

    private void seal() {
        ledger.postgres().transactions().fresh(() -> ledger.get(SealNextSet.class)
                .handle());
    }

    private void behindOurBack(String sql) {
        ledger.postgres().transactions().fresh(() -> {
            ledger.database().update("set local session_replication_role = replica");
            ledger.database().update(sql);
        });
    }
}
