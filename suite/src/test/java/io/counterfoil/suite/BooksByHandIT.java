package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do in the books by hand: each act that counts takes two, and what is over stays as it was. */
class BooksByHandIT {
    private static final String ENTITY = "HB01";
    private static final String RULE = "/v1/posting-rules/" + ENTITY + "-exclusion";
    private static boolean opened;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client maker = counterfoil.as(Endpoint.LEDGER, "finance");
    private final Client checker = counterfoil.as(Endpoint.LEDGER, "controller");
    private final LocalDate today =
            LocalDate.ofInstant(counterfoil.stack().time().now(), ZoneOffset.UTC);

    @BeforeEach
    void books_of_its_own() {
        if (!opened) {
            LegalEntities entities = new LegalEntities(counterfoil);
            entities.addWithoutRules(ENTITY);
            entities.addRules(ENTITY);
            opened = true;
        }
    }

    @AfterEach
    void the_books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void an_entry_is_posted_once_another_person_has_approved_it() {
        maker.post("/v1/manual-entries", journal(ENTITY, "12.00", "11.99")).expect(422);
        maker.post("/v1/manual-entries", journal("NO99", "12.00", "12.00")).expect(404);
        String entry = "/v1/manual-entries/"
                + text(maker.post("/v1/manual-entries", journal(ENTITY, "12.00", "12.00")), 201, "manualEntryId");
        maker.post(entry + "/posting", null).expect(409);
        maker.post(entry + "/submission", null).expect(200);
        maker.post(entry + "/submission", null).expect(409);
        maker.post(entry + "/approval", null).expect(403);
        assertThat(text(checker.post(entry + "/rejection", Map.of("note", "another day")), 200, "state"))
                .isEqualTo("DRAFT");
        checker.post(entry + "/rejection", Map.of("note", "another day")).expect(409);
        checker.post(entry + "/approval", null).expect(409);
        maker.post(entry + "/submission", null).expect(200);
        checker.post(entry + "/approval", null).expect(200);
        maker.post(entry + "/posting", null).expect(200);
        assertThat(text(maker.get(entry), 200, "state")).isEqualTo("POSTED");
        YearMonth month = YearMonth.from(today);
        String movements = "/v1/account-movements?legalEntityId=" + ENTITY + "&from=" + month.minusMonths(1) + "&to=";
        assertThat(maker.get(movements + month.plusMonths(1)).expect(200).text())
                .contains("12.00");
        maker.get(movements + month.minusMonths(2)).expect(422);
    }

    @Test
    void a_rate_holds_once_another_person_has_approved_it() {
        String approved = rate("SEK");
        maker.post(approved + "/approval", null).expect(403);
        checker.post(approved + "/approval", null).expect(200);
        checker.post(approved + "/rejection", null).expect(409);
        String rejected = rate("NOK");
        checker.post(rejected + "/rejection", null).expect(200);
        checker.post(rejected + "/approval", null).expect(409);
        assertThat(text(maker.get(rejected), 200, "state")).isEqualTo("REJECTED");
    }

    @Test
    void a_rule_is_tried_before_it_holds_and_changed_from_the_version_that_was_read() {
        maker.put(RULE, rule("EXCLUSION", "EXCLUDED")).expect(428);
        maker.with("If-Match", "\"999\"")
                .put(RULE, rule("EXCLUSION", "EXCLUDED"))
                .expect(412);
        String tag = maker.get(RULE).expect(200).header("ETag");
        maker.with("If-Match", tag).put(RULE, rule("PAYOUT", "PAID_OUT")).expect(409);
        maker.with("If-Match", tag).put(RULE, rule("EXCLUSION", "EXCLUDED")).expect(200);
        maker.post(RULE + "/dry-runs", Map.of()).expect(200);
        maker.post(RULE + "/dry-runs", Map.of("from", "2026-02-01", "to", "2026-01-01"))
                .expect(422);
        maker.post(RULE + "/approval", null).expect(403);
        checker.post(RULE + "/rejection", null).expect(200);
        checker.post(RULE + "/rejection", null).expect(409);
        checker.post(RULE + "/approval", null).expect(409);
        checker.post("/v1/posting-rules/no-such-rule/approval", null).expect(404);
        checker.post("/v1/posting-rules/no-such-rule/rejection", null).expect(404);
    }

    @Test
    void a_month_that_is_over_is_closed_and_reopened_by_two() {
        String month = "/v1/accounting-periods/" + ENTITY + "/2019-01";
        checker.get(month + "/moves").expect(404);
        checker.post(month + "/closing", null).expect(200);
        checker.post(month + "/closing", null).expect(409);
        move(checker, month, Map.of("move", "WITHDRAW")).expect(409);
        move(checker, month, Map.of("move", "REQUEST_REOPENING", "reason", "an invoice came late"))
                .expect(200);
        move(checker, month, Map.of("move", "REOPEN")).expect(403, 409);
        Client another = counterfoil.as(Endpoint.LEDGER, "controller", "checker@counterfoil.example");
        move(another, month, Map.of("move", "REOPEN")).expect(200);
        assertThat(checker.get(month + "/moves").expect(200).json().path("items"))
                .extracting(moved -> moved.path("to").asText())
                .containsExactly("CLOSED", "REOPENING_REQUESTED", "REOPENED");
        checker.post("/v1/accounting-periods/" + ENTITY + "/" + YearMonth.from(today) + "/closing", null)
                .expect(409);
        move(checker, "/v1/accounting-periods/NO99/2019-01", Map.of("move", "LOCK"))
                .expect(404);
    }

    @Test
    void reference_data_is_changed_from_the_version_that_was_read_and_keeps_its_nature() {
        fixed(
                "/v1/accounts/" + ENTITY + "/4300",
                account("Breakage and more", "REVENUE"),
                account("Breakage", "ASSET"));
        fixed("/v1/legal-entities/" + ENTITY, company("USD", "Larkspur By Hand"), company("EUR", "Larkspur By Hand"));
        String policy = "/v1/accounting-policies/" + ENTITY + "/writeOff.method";
        checker.put(policy, choice("ALLOWANCE", "2020-01-01")).expect(200);
        checker.put(policy, choice("DIRECT", "2020-02-01")).expect(428);
        checker.with("If-Match", "\"999\"")
                .put(policy, choice("DIRECT", "2020-02-01"))
                .expect(412);
        checker.post("/v1/revenue-policies/" + ENTITY, Map.of("method", "DAY")).expect(200);
    }

    @Test
    void what_people_read_of_the_books_says_which_question_it_can_not_answer() {
        YearMonth month = YearMonth.from(today);
        maker.get("/v1/consolidated-trial-balances").expect(422);
        maker.get("/v1/consolidated-trial-balances?currency=USD").expect(200, 409, 422);
        maker.get("/v1/reports/deferred-roll-forward?legalEntityId=" + ENTITY + "&from=" + month + "&to=" + month)
                .expect(200);
        maker.get("/v1/reports/revenue-waterfall?legalEntityId=" + ENTITY + "&from=" + month)
                .expect(200);
    }

    private Reply move(Client person, String month, Map<String, String> move) {
        return person.post(month + "/moves", move);
    }

    /** Changed only from the version that was read, and never into something else. */
    private void fixed(String path, Map<String, Object> change, Map<String, Object> another) {
        String tag = maker.get(path).expect(200).header("ETag");
        maker.put(path, change).expect(428);
        maker.with("If-Match", "\"999\"").put(path, change).expect(412);
        maker.with("If-Match", tag).put(path, another).expect(409);
        maker.with("If-Match", tag).put(path, change).expect(200);
    }

    private String rate(String currency) {
        Map<String, String> told = Map.of(
                "source", "a test",
                "type", "SPOT",
                "baseCurrency", currency,
                "quoteCurrency", "USD",
                "validFrom", "2020-01-01",
                "rate", "0.1");
        return "/v1/exchange-rates/" + text(maker.post("/v1/exchange-rates", told), 201, "rateId");
    }

    private Map<String, Object> journal(String entity, String debit, String credit) {
        return Map.of(
                "kind",
                "JOURNAL",
                "legalEntityId",
                entity,
                "currency",
                "USD",
                "effectiveDate",
                today.toString(),
                "description",
                "by hand",
                "lines",
                List.of(line("6310", "DEBIT", debit), line("4300", "CREDIT", credit)));
    }

    private static Map<String, Object> line(String account, String side, String amount) {
        return Map.of("account", account, "side", side, "amount", Map.of("amount", amount, "currency", "USD"));
    }

    private static Map<String, Object> rule(String purpose, String item) {
        return Map.of(
                "legalEntityId",
                ENTITY,
                "purpose",
                purpose,
                "validFrom",
                "2021-01-01",
                "lines",
                List.of(Map.of("item", item, "debitAccount", "4000", "creditAccount", "4450")));
    }

    private static Map<String, Object> account(String name, String type) {
        return Map.of("name", name, "type", type);
    }

    private static Map<String, Object> company(String currency, String name) {
        return Map.of("name", name, "country", "US", "functionalCurrency", currency, "timeZone", "America/New_York");
    }

    private static Map<String, Object> choice(String value, String validFrom) {
        return Map.of("value", value, "validFrom", validFrom);
    }

    private static String text(Reply reply, int status, String field) {
        JsonNode found = reply.expect(status).json().path(field);
        return found.asText();
    }
}
