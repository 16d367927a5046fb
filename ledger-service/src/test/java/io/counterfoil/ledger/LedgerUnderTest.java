package io.counterfoil.ledger;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventBatch;
import io.counterfoil.common.event.Inbox;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.time.DueWork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The ledger's own beans on a database of its own: events go in by the inbox, the clock is the test's. */
public final class LedgerUnderTest {

    public static final String CONSUMER = "ledger.billing-events";

    private static final List<String> HANDLERS = List.of(
            "io.counterfoil.ledger.posting.PostDocuments",
            "io.counterfoil.ledger.receivable.KeepOpenItems",
            "io.counterfoil.ledger.subledger.KeepMovements",
            "io.counterfoil.ledger.revenue.PlanRevenue",
            "io.counterfoil.ledger.obligation.KeepContracts",
            "io.counterfoil.ledger.obligation.FollowSubscriptions",
            "io.counterfoil.ledger.accrual.KeepPendingLines");

    private static final String TURNS = "io.counterfoil.ledger.turn.TakeTurns";

    private static final String PASS_OVER = "io.counterfoil.ledger.posting.PassOver";

    private static final List<String> WORK = List.of(
            "io.counterfoil.ledger.recognition.RecognitionTimer", "io.counterfoil.ledger.recognition.TellingTimer");
    private static final String TRY_AGAIN = "io.counterfoil.ledger.posting.TryAgain";

    private final TestPostgres postgres = TestPostgres.migrated();
    private final SteeredClock clock = new SteeredClock();
    private final TestBeans beans = TestBeans.on(postgres).with(clock);
    private final Inbox inbox;

    /** In any order: a container promises none. */
    public LedgerUnderTest() {
        List<String> handlers = new ArrayList<>(HANDLERS);
        Collections.shuffle(handlers);
        handlers.forEach(name -> beans.with(bean(name)));
        beans.with(bean(TURNS)).with(bean(PASS_OVER));
        inbox = beans.get(Inbox.class);
        beans.with(bean("io.counterfoil.common.event.ReplayEvent"));
    }

    /** An entity with a chart of accounts and rules of the usual kind. */
    public LedgerUnderTest withEntity(String id, String currency) {
        ReferenceRows.add(database(), id, currency);
        return this;
    }

    public Database database() {
        return postgres.database();
    }

    public TestPostgres postgres() {
        return postgres;
    }

    public SteeredClock clock() {
        return clock;
    }

    public <T> T get(Class<T> type) {
        return beans.get(type);
    }

    /** Events as one batch of the queue. */
    public void take(List<Envelope> events) {
        inbox.take(new EventBatch(CONSUMER, events));
    }

    /** The same on the queue of order-service's facts. */
    public void takeOrders(List<Envelope> events) {
        inbox.take(new EventBatch("ledger.order-events", events));
    }

    public void take(Envelope... events) {
        take(Arrays.asList(events));
    }

    /** Lets what came too early be tried again, as a timer does. */
    public void tryAgain() {
        DueWork again = (DueWork) bean(TRY_AGAIN);
        while (again.workOnce()) {
            Thread.onSpinWait();
        }
    }

    /** Lets the time come, and everything be done that falls due until then. */
    public void moveTo(String instant) {
        clock.moveTo(instant);
        WORK.forEach(this::doAll);
    }

    /** Recognises what is due, without telling of it. */
    public void recognise() {
        doAll(WORK.get(0));
    }

    /** Adds balances up, as is done when many entries wait. */
    public void rollBalances() {
        DueWork roll = (DueWork) bean("io.counterfoil.ledger.balance.RollingTimer");
        postgres.transactions().fresh(() -> roll.workOnce());
    }

    private void doAll(String name) {
        DueWork work = (DueWork) bean(name);
        BooleanSupplier once = () -> postgres.transactions().fresh(() -> work.workOnce());
        while (once.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** The balance of each account on its normal side, by name; what moved in a month when one is given. */
    public Map<String, Money> balances(String month) {
        Map<String, Money> balances = new TreeMap<>();
        database()
                .query(
                        """
                        select a.name, p.currency, sum(case p.side when a.normal_side then p.amount_minor else -p.amount_minor end)::bigint as minor
                        from posting p join journal_entry e on e.id = p.entry_id join account a on a.id = p.account_id
                        where ?::text is null or to_char(e.posting_date, 'YYYY-MM') = ?
                        group by 1, 2
                        """,
                        month,
                        month)
                .list(row -> balances.put(row.text("name"), row.money("minor", "currency")));
        return balances;
    }

    /** The codes of the exceptions that are open. */
    public List<String> openExceptions() {
        return database()
                .query("select code from exception where state = 'OPEN' order by seq")
                .list(row -> row.text("code"));
    }

    /** A bean that only its own package can name. */
    public Object bean(String name) {
        try {
            return beans.get(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
