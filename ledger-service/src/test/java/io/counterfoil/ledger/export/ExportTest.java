package io.counterfoil.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @TempDir
    Path folder;

    @BeforeEach
    void some_months() {
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            BillingFacts.Invoice invoice = billing.invoice(JAN_1.plusDays(random.nextInt(60)))
                    .atOnce("-3.00")
                    .overTime(100 + random.nextInt(900) + ".17", "2026-01-01", "2026-07-01")
                    .tax("9.99");
            ledger.take(invoice.issued());
            ledger.take(billing.payment(JAN_1.plusDays(70), "50.00")
                    .of(invoice, "50.00")
                    .settled());
        }
        ledger.moveTo("2026-04-01T00:00:00Z");
    }

    /** An independent program checks that each entry balances and comes to our balances. */
    @Test
    void hledger_reads_the_journal_and_comes_to_the_same_balances() throws Exception {
        Path journal = Files.writeString(folder.resolve("journal.hledger"), hledger());

        assumeTrue(
                installed(), "hledger is not installed here (Debian package hledger): what it would say is not known");

        assertThat(run("hledger", "-f", journal.toString(), "check", "--strict"))
                .isEmpty();
        Map<String, String> theirs = new TreeMap<>();
        run("hledger", "-f", journal.toString(), "balance", "--flat", "--no-total", "-N", "-O", "csv")
                .lines()
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", 2))
                .forEach(pair -> theirs.put(pair[0].replaceAll(".*:\\d+ ", ""), pair[1].replace(" USD", "")));
        Map<String, String> ours = new TreeMap<>();
        ledger.balances(null)
                .forEach((account, balance) ->
                        ours.put(account, (isCredit(account) ? balance.negated() : balance).amount()));
        ours.values().removeIf("0.00"::equals);
        assertThat(theirs).isEqualTo(ours);
    }

    @Test
    void comma_separated_values_end_with_control_totals() {
        CsvText csv = new CsvText();
        StringBuilder text = new StringBuilder();
        ledger.get(JournalLines.class)
                .each(new JournalLines.Extent("US01", null, null), postings -> text.append(csv.of(postings)));

        Money debits = Money.zero("USD");
        for (String line : text.toString().split("\r\n")) {
            String debit = line.replaceAll("\"[^\"]*\"", "").split(",", -1)[13];
            debits = debit.isEmpty() ? debits : debits.plus(Money.of(debit, "USD"));
        }
        assertThat(csv.controlTotals())
                .startsWith("#TOTAL,USD," + debits.amount() + "," + debits.amount() + "\r\n#ROWS,"
                        + text.toString().split("\r\n").length + ",SHA-256,");
    }

    private String hledger() {
        HledgerText text = new HledgerText(false);
        StringBuilder all = new StringBuilder();
        ledger.get(JournalLines.class)
                .each(new JournalLines.Extent("US01", null, null), postings -> all.append(text.of(postings)));
        return all.toString();
    }

    private static boolean isCredit(String account) {
        return List.of("Deferred revenue", "Tax payable", "Unapplied cash").contains(account)
                || account.endsWith("revenue");
    }

    private static boolean installed() {
        try {
            return new ProcessBuilder("hledger", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException none) {
            return false;
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
