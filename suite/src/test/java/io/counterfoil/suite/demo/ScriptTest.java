package io.counterfoil.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.demo.Script.Invoice;
import io.counterfoil.suite.demo.Script.Line;
import io.counterfoil.suite.demo.Script.Total;
import io.counterfoil.suite.demo.Script.Transaction;
import io.counterfoil.suite.demo.Script.TrialBalance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What was worked out by hand must at least agree with itself. */
class ScriptTest {

    private final SampleData data = new SampleData(2027);
    private final Script script = data.script();

    @Test
    void there_are_three_legal_entities_and_at_least_ten_opportunities() {
        assertThat(script.trialBalances()).extracting(TrialBalance::entity).containsExactly("US01", "DE01", "JP01");
        assertThat(script.transactions().stream().filter(Transaction::isFromCrm))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void every_opportunity_is_in_the_crm_and_the_other_way_round() {
        List<String> inCrm = new ArrayList<>();
        for (JsonNode record : data.json("crm.json")) {
            if (record.path("type").asText().equals("Opportunity")) {
                inCrm.add(record.path("External_Key__c").asText());
            }
        }
        assertThat(script.transactions().stream().filter(Transaction::isFromCrm).map(Transaction::key))
                .containsExactlyInAnyOrderElementsOf(inCrm);
    }

    @Test
    void trial_balances_balance() {
        for (TrialBalance balance : script.trialBalances()) {
            assertThat(sum(balance.lines(), Line::debit)).isEqualByComparingTo(sum(balance.lines(), Line::credit));
        }
    }

    @Test
    void invoices_add_up_and_make_the_totals_the_receivable_and_the_tax() {
        for (TrialBalance balance : script.trialBalances()) {
            List<Invoice> invoices = invoices(balance.entity());
            for (Invoice invoice : invoices) {
                assertThat(new BigDecimal(invoice.net()).add(new BigDecimal(invoice.tax())))
                        .isEqualByComparingTo(invoice.payable());
            }
            Total total = total(balance.entity(), "INVOICE");
            assertThat(total.documents()).isEqualTo(invoices.size());
            assertThat(sum(invoices, Invoice::payable)).isEqualByComparingTo(total.amount());
            assertThat(sum(invoices, Invoice::open)).isEqualByComparingTo(balance(balance, "1200"));
            assertThat(sum(invoices, Invoice::tax)).isEqualByComparingTo(balance(balance, "2100"));
        }
    }

    @Test
    void payments_make_the_cash_and_what_is_recognised_the_revenue() {
        for (TrialBalance balance : script.trialBalances()) {
            BigDecimal cash = script.payments().stream()
                    .filter(payment -> payment.outcome().equals("succeeded"))
                    .filter(payment -> script.transaction(payment.of()).entity().equals(balance.entity()))
                    .map(payment -> new BigDecimal(payment.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(cash).isEqualByComparingTo(balance(balance, "1100"));
            assertThat(cash)
                    .isEqualByComparingTo(total(balance.entity(), "PAYMENT").amount());
            assertThat(sum(of(balance.entity()), Transaction::revenue)).isEqualByComparingTo(balance(balance, "4000"));
        }
    }

    @Test
    void it_begins_on_the_first_of_january_of_a_year_with_365_days() {
        assertThat(FirstDay.after(Instant.parse("2026-11-21T08:00:00Z")).date()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(FirstDay.after(Instant.parse("2027-01-01T00:00:00Z")).date()).isEqualTo(LocalDate.of(2029, 1, 1));
    }

    private List<Transaction> of(String entity) {
        return script.transactions().stream()
                .filter(transaction -> transaction.entity().equals(entity))
                .toList();
    }

    private List<Invoice> invoices(String entity) {
        return of(entity).stream()
                .flatMap(transaction -> transaction.invoices().stream())
                .toList();
    }

    private Total total(String entity, String kind) {
        return script.totals().stream()
                .filter(total -> total.entity().equals(entity) && total.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static String balance(TrialBalance balance, String account) {
        return balance.lines().stream()
                .filter(line -> line.account().equals(account))
                .map(line -> line.debit() == null ? line.credit() : line.debit())
                .findFirst()
                .orElseThrow();
    }

    private static <T> BigDecimal sum(List<T> all, Function<T, String> amount) {
        return all.stream()
                .map(amount)
                .filter(text -> text != null)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
