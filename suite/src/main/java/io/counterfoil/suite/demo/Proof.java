package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.demo.Script.Line;
import io.counterfoil.suite.demo.Script.Total;
import io.counterfoil.suite.demo.Script.TrialBalance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the books as a whole against the scenario: trial balances, the four sides against each other, the CRM. */
record Proof(Script script, JsonNode trialBalances, JsonNode reconciliation, JsonNode contradictions) {

    private static final List<String> SIDES = List.of("BILLING", "RECEIVABLES", "LEDGER", "WAREHOUSE");

    void examine(Checks checks) {
        checks.equal("trial balances", script.trialBalances().size(), trialBalances.size());
        script.trialBalances().forEach(expected -> trialBalance(expected, checks));
        script.totals().forEach(total -> total(total, checks));
        for (JsonNode pair : reconciliation.path("pairs")) {
            String name = pair.path("pair").asText();
            checks.equal(
                    "documents that differ, " + name,
                    "0",
                    pair.path("driftDocuments").asText());
            for (JsonNode drift : pair.path("drift")) {
                boolean none = new BigDecimal(drift.path("amount").asText()).signum() == 0;
                checks.holds(
                        "no drift in %s, %s".formatted(drift.path("currency").asText(), name), none);
            }
        }
        checks.equal("open drift items", "[]", reconciliation.path("drift").toString());
        checks.equal("CRM fields in which we contradicted ourselves", "{}", contradictions.toString());
    }

    /** The amount that a side says, with its number of documents; dashes where it does not keep that kind. */
    Said said(String side, Total total) {
        for (JsonNode one : reconciliation.path("totals")) {
            if (one.path("side").asText().equals(side)
                    && one.path("kind").asText().equals(total.kind())
                    && one.path("legalEntityId").asText().equals(total.entity())
                    && one.path("currency").asText().equals(total.currency())) {
                return new Said(
                        one.path("documents").asText(),
                        one.path("amount").path("amount").asText());
            }
        }
        return Said.NOTHING;
    }

    /** What one side says of a kind of document. */
    record Said(String documents, String amount) {
        static final Said NOTHING = new Said("-", "-");
    }

    static List<String> sides() {
        return SIDES;
    }

    private void total(Total total, Checks checks) {
        for (String side : SIDES) {
            Said said = said(side, total);
            String what = "%s %s, %s".formatted(total.entity(), total.kind().toLowerCase(), side.toLowerCase());
            checks.equal(what, total.documents() + " of " + total.amount(), said.documents() + " of " + said.amount());
        }
    }

    private void trialBalance(TrialBalance expected, Checks checks) {
        Map<String, String> actual = new TreeMap<>();
        for (JsonNode balance : trialBalances) {
            if (balance.path("legalEntityId").asText().equals(expected.entity())
                    && balance.path("currency").asText().equals(expected.currency())) {
                checks.equal(
                        expected.entity() + " debit and credit",
                        balance.path("totalDebit").toString(),
                        balance.path("totalCredit").toString());
                balance.path("lines")
                        .forEach(line -> actual.put(line.path("account").asText(), standing(line)));
            }
        }
        Map<String, String> wanted = new TreeMap<>();
        expected.lines().forEach(line -> wanted.put(line.account(), standing(line)));
        actual.values().removeIf(balance -> balance.startsWith("0"));
        wanted.forEach((account, balance) ->
                checks.equal(expected.entity() + " account " + account, balance, actual.get(account)));
        checks.equal(expected.entity() + " accounts with a balance", wanted.keySet(), actual.keySet());
    }

    private static String standing(Line line) {
        return line.debit() == null ? line.credit() + " CREDIT" : line.debit() + " DEBIT";
    }

    /** A balance on the account's normal side; a negative one stands on the other. */
    static String standing(JsonNode line) {
        BigDecimal balance = new BigDecimal(line.path("balance").path("amount").asText());
        boolean debit = line.path("normalSide").asText().equals("DEBIT") == balance.signum() >= 0;
        String amount = balance.abs().toPlainString();
        return balance.signum() == 0 ? "0" : amount + (debit ? " DEBIT" : " CREDIT");
    }
}
