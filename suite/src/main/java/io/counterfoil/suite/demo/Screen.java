package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.demo.Proof.Said;
import io.counterfoil.suite.demo.Scenario.Total;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a person sees in the terminal. */
record Screen(PrintWriter out) {

    private static final String RULE = "─".repeat(100);

    /** Does one act and says how long it took. */
    void act(String title, Runnable act) {
        out.printf("  %-62s", title);
        out.flush();
        long began = System.nanoTime();
        act.run();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        out.printf("%5d.%d s%n", took.toSeconds(), took.toMillisPart() / 100);
        out.flush();
    }

    void heading(String text) {
        out.printf("%n%s%n%s%n", text, RULE);
    }

    void outcomes(List<Outcome> outcomes) {
        heading("Business transactions");
        for (int i = 0; i < outcomes.size(); i++) {
            outcome(i + 1, outcomes.get(i));
        }
    }

    private void outcome(int number, Outcome outcome) {
        out.printf(
                "%2d %s %s: %s%n",
                number,
                mark(outcome.asTheScenarioSays()),
                outcome.transaction().customer(),
                outcome.transaction().title());
        Table table = new Table("     ", 4);
        for (Story.Row row : Story.of(outcome.timeline()).rows()) {
            table.row(row.day(), row.kind(), row.number(), row.events(), row.amount());
        }
        table.print(out);
        failures(outcome.failed());
    }

    void trialBalances(JsonNode balances) {
        heading("Trial balances");
        for (JsonNode balance : balances) {
            String currency = balance.path("currency").asText();
            Table table =
                    new Table("  ", 2, 3).row(balance.path("legalEntityId").asText(), currency, "debit", "credit");
            for (JsonNode line : balance.path("lines")) {
                String[] standing = Proof.standing(line).split(" ");
                String amount = standing.length == 1 ? "" : Table.grouped(standing[0]);
                boolean debit = standing.length == 2 && standing[1].equals("DEBIT");
                String name = line.path("name").asText();
                table.row(line.path("account").asText(), name, debit ? amount : "", debit ? "" : amount);
            }
            table.print(out);
            out.println();
        }
    }

    void reconciliation(Scenario scenario, Proof proof) {
        heading("Reconciliation at position "
                + proof.reconciliation().path("position").asText() + " of billing's history");
        Table table = new Table("  ", 3, 4, 5, 6, 7);
        List<String> head = new ArrayList<>(List.of("", "", "", "documents"));
        Proof.sides().forEach(side -> head.add(side.toLowerCase()));
        table.row(head.toArray(String[]::new));
        for (Total total : scenario.totals()) {
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
        out.printf(
                "%n  drift %s; documents that differ: %s of %s compared%n",
                String.join(", ", amounts),
                reconciliation.path("driftDocuments").asText(),
                reconciliation.path("documentsCompared").asText());
    }

    void failures(List<Check> failed) {
        failed.forEach(check -> out.println("     ✗ " + check));
    }

    static String mark(boolean good) {
        return good ? "✓" : "✗";
    }
}
