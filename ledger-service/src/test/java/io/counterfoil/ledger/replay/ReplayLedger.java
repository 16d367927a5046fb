package io.counterfoil.ledger.replay;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Rebuilds the ledger from the archive of events into an empty database and compares it with the one that is in use.
 * Started by {@code ./counterfoil replay ledger}, which says by environment where both are.
 */
public final class ReplayLedger {

    private static final int DIFFERENCES = 20;

    private ReplayLedger() {}

    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(System.getenv("REPLAY_DATABASE"));
        source.setUser(System.getenv("REPLAY_USER"));
        source.setPassword(System.getenv("REPLAY_PASSWORD"));
        List<Envelope> history = new Archive(System.getenv("REPLAY_ARCHIVE"), System.getenv("REPLAY_TOKEN")).all();
        history = History.asSeen(history);
        Instant until = Instant.parse(System.getenv("REPLAY_UNTIL"));
        BooksDigest original = BooksDigest.of(new Database(source));
        boolean same = true;
        for (String threads : System.getenv("REPLAY_THREADS").split(",")) {
            same &= rebuild(history, until, Integer.parseInt(threads), original);
        }
        System.out.println(same ? "identical" : "DIFFERENT");
        System.exit(same ? 0 : 1);
    }

    private static boolean rebuild(List<Envelope> history, Instant until, int threads, BooksDigest original)
            throws Exception {
        LedgerUnderTest ledger = new LedgerUnderTest();
        ledger.clock()
                .moveTo(
                        history.isEmpty()
                                ? until.toString()
                                : history.get(0).time().toString());
        Rebuild rebuild = new Rebuild(ledger, threads);
        long begun = System.nanoTime();
        rebuild.from(history, until);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf(
                "%d events of %d by %d threads in %d ms: %d events/s, %d exceptions open%n",
                rebuild.events(),
                history.size(),
                threads,
                millis,
                rebuild.events() * 1000 / Math.max(1, millis),
                ledger.openExceptions().size());
        ledger.database()
                .query(
                        "select code || ': ' || reason as words, count(*) as n from exception where state = 'OPEN' group by 1 limit 5")
                .list(row -> row.longValue("n") + " x " + row.text("words"))
                .forEach(line -> System.out.println("  exception " + line));
        return compare(original, BooksDigest.of(ledger.database()));
    }

    private static boolean compare(BooksDigest original, BooksDigest rebuilt) {
        boolean same = true;
        for (String part : original.parts().keySet()) {
            boolean alike = original.hash(part).equals(rebuilt.hash(part));
            System.out.printf(
                    "  %-14s %s  %d lines  %s%n",
                    part, original.hash(part), original.parts().get(part).size(), alike ? "same" : "DIFFERENT");
            if (!alike) {
                tell(
                        "    original only ",
                        original.parts().get(part),
                        rebuilt.parts().get(part));
                tell(
                        "    rebuilt only  ",
                        rebuilt.parts().get(part),
                        original.parts().get(part));
            }
            same &= alike;
        }
        return same;
    }

    private static void tell(String where, List<String> one, List<String> other) {
        List<String> more = new ArrayList<>(one);
        more.removeAll(other);
        more.stream().limit(DIFFERENCES).forEach(line -> System.out.println(where + line));
    }
}
