package io.counterfoil.suite.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The trial balance that the ledger answers is the one that the accepted requests add up to. */
public final class BooksAsAsked implements Check {
    public static final String PROMISE = "the trial balance is what was asked for, account by account";

    private static final String CASH = "1100";
    private static final String RECEIVABLES = "1200";
    private static final String TAX = "2100";
    private static final String DEFERRED = "2400";
    private static final String UNAPPLIED = "2500";
    private static final String SERVICES = "4100";

    private final Access access;
    private final Asked asked;

    BooksAsAsked(Access access, Asked asked) {
        this.access = access;
        this.asked = asked;
    }

    @Override
    public String promise() {
        return PROMISE;
    }

    @Override
    public void look(Findings findings) {
        Map<String, Long> expected = expected();
        Map<String, Long> actual = actual();
        expected.forEach(
                (account, minor) -> findings.same("account " + account, minor, actual.getOrDefault(account, 0L)));
        actual.forEach((account, minor) -> {
            if (!expected.containsKey(account)) {
                findings.same("account " + account, 0, minor);
            }
        });
    }

    /** Debit is positive. */
    private Map<String, Long> expected() {
        Map<String, Long> accounts = new TreeMap<>();
        for (Deal deal : asked.deals()) {
            if (!deal.cancelled()) {
                long paid = asked.paidMinor(deal);
                long applied = Math.min(paid, deal.payableMinor());
                accounts.merge(RECEIVABLES, deal.payableMinor() - applied, Long::sum);
                accounts.merge(CASH, paid, Long::sum);
                accounts.merge(UNAPPLIED, applied - paid, Long::sum);
                accounts.merge(TAX, -deal.taxMinor(), Long::sum);
                accounts.merge(DEFERRED, -deal.deferredMinor(), Long::sum);
                accounts.merge(SERVICES, -deal.earnedMinor(), Long::sum);
            }
        }
        return accounts;
    }

    private Map<String, Long> actual() {
        Map<String, Long> accounts = new TreeMap<>();
        for (JsonNode balance : access.client(Endpoint.LEDGER, "controller")
                .get("/v1/trial-balances")
                .expect(200)
                .json()
                .path("items")) {
            for (JsonNode line : balance.path("lines")) {
                long minor = new BigDecimal(line.path("balance").path("amount").asText())
                        .movePointRight(2)
                        .longValueExact();
                boolean debit = line.path("normalSide").asText().equals("DEBIT");
                accounts.merge(line.path("account").asText(), debit ? minor : -minor, Long::sum);
            }
        }
        return accounts;
    }
}
