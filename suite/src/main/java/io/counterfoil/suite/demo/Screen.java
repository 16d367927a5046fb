package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.demo.Proof.Said;
import io.counterfoil.suite.demo.Script.Total;
import io.counterfoil.suite.demo.Script.Transaction;
import io.counterfoil.suite.demo.Script.TrialBalance;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a person sees in the terminal. */
record Screen(Consumer<String> out) {

    private static final String RULE = "─".repeat(116);

    /** Does one act and says how long it took. */
    void act(String title, Runnable act) {
        long began = System.nanoTime();
        act.run();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        line("  ✓ %-64s%4d.%d s", title, took.toSeconds(), took.toMillisPart() / 100);
    }

    /** The play could not go on: why, and where each transaction stands. */
    void stuck(RuntimeException why, Script script, Played played) {
        line("  ✗ %s", why.getMessage());
        Table table = new Table("      ");
        for (Transaction transaction : script.transactions()) {
            JsonNode process = played.now(transaction);
            table.row(
                    transaction.customer(),
                    process.path("orderNumber").asText("no order"),
                    process.path("state").asText(),
                    process.path("reason").asText());
        }
        table.print(out);
    }

    void heading(String text) {
        line("");
        line("%s", text);
        line("%s", RULE);
    }

    void line(String format, Object... values) {
        out.accept(format.formatted(values));
    }

    void show(Script script, List<Outcome> outcomes, Proof proof, MonthEnd monthEnd, Checks checks) {
        outcomes(script, outcomes);
        trialBalances(script, proof.trialBalances());
        heading("Month end: deferred revenue, its waterfall over twelve months, the close");
        monthEnd.print(out);
        reconciliation(script, proof);
        failures(checks.failed());
        verdict(outcomes, checks);
    }

    private void outcomes(Script script, List<Outcome> outcomes) {
        heading("Business transactions");
        Table table = new Table("     ", 4);
        for (int i = 0; i < outcomes.size(); i++) {
            outcome(
                    table,
                    i + 1,
                    outcomes.get(i),
                    script.zone(outcomes.get(i).transaction().entity()));
        }
        table.print(out);
    }

    private static void outcome(Table table, int number, Outcome outcome, ZoneId zone) {
        Transaction transaction = outcome.transaction();
        String mark = mark(outcome.asTheScriptSays());
        table.text("%2d %s %s: %s".formatted(number, mark, transaction.customer(), transaction.title()));
        for (Story.Row row : Story.rows(outcome.timeline(), zone)) {
            table.row(row.day(), row.kind(), row.number(), row.events(), row.amount());
        }
        if (outcome.note() != null) {
            table.text("     " + outcome.note());
        }
        if (!transaction.missing().isEmpty()) {
            String overdue =
                    String.join(", ", transaction.missing()).toLowerCase().replace('_', ' ');
            table.text("     overdue: " + overdue);
        }
        outcome.failed().forEach(check -> table.text("     ✗ " + check));
    }

    private void trialBalances(Script script, JsonNode balances) {
        heading("Trial balances");
        for (TrialBalance wanted : script.trialBalances()) {
            for (JsonNode balance : balances) {
                if (balance.path("legalEntityId").asText().equals(wanted.entity())) {
                    trialBalance(balance);
                }
            }
        }
    }

    private void trialBalance(JsonNode balance) {
        String currency = balance.path("currency").asText();
        Table table = new Table("  ", 2, 3).row(balance.path("legalEntityId").asText(), currency, "debit", "credit");
        for (JsonNode line : balance.path("lines")) {
            String[] standing = Proof.standing(line).split(" ");
            if (standing.length == 2) {
                String amount = Table.grouped(standing[0]);
                boolean debit = standing[1].equals("DEBIT");
                String name = line.path("name").asText();
                table.row(line.path("account").asText(), name, debit ? amount : "", debit ? "" : amount);
            }
        }
        table.print(out);
        line("");
    }

    private void reconciliation(Script script, Proof proof) {
        heading("Reconciliation at position "
                + proof.reconciliation().path("position").asText() + " of billing's history");
        Table table = new Table("  ", 3, 4, 5, 6, 7);
        List<String> head = new ArrayList<>(List.of("", "", "", "documents"));
        Proof.sides().forEach(side -> head.add(side.toLowerCase()));
        table.row(head.toArray(String[]::new));
        for (Total total : script.totals()) {
            List<String> cells = new ArrayList<>(
                    List.of(total.entity(), total.currency(), total.kind().toLowerCase()));
            cells.add(proof.said(Proof.sides().get(0), total).documents());
            for (String side : Proof.sides()) {
                Said said = proof.said(side, total);
                cells.add(Table.grouped(said.amount()));
            }
            table.row(cells.toArray(String[]::new));
        }
        table.print(out);
        drift(proof.reconciliation());
    }

    private void drift(JsonNode reconciliation) {
        List<String> amounts = new ArrayList<>();
        reconciliation
                .path("pairs")
                .path(0)
                .path("drift")
                .forEach(money -> amounts.add(money.path("amount").asText() + " "
                        + money.path("currency").asText()));
        line("");
        line(
                "  drift %s; documents that differ: %s of %s compared",
                String.join(", ", amounts),
                reconciliation.path("driftDocuments").asText(),
                reconciliation.path("documentsCompared").asText());
    }

    /** What was compared on the way: how many hold, and each that does not. */
    void comparisons(Checks checks) {
        failures(checks.failed());
        line(
                "  %s %d of %d comparisons hold",
                mark(checks.failed().isEmpty()),
                checks.all().size() - checks.failed().size(),
                checks.all().size());
    }

    private void failures(List<Check> failed) {
        failed.forEach(check -> line("     ✗ %s", check));
    }

    private static String mark(boolean good) {
        return good ? "✓" : "✗";
    }

    private void verdict(List<Outcome> outcomes, Checks checks) {
        long right = outcomes.stream().filter(Outcome::asTheScriptSays).count();
        int hold = checks.all().size() - checks.failed().size();
        boolean good = right == outcomes.size() && checks.failed().isEmpty();
        line("");
        line(
                "%s %d of %d transactions ended as the script says; %d of %d comparisons of the books hold",
                mark(good), right, outcomes.size(), hold, checks.all().size());
    }
}
