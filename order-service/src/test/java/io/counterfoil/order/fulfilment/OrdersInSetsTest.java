package io.counterfoil.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.Northwind;
import io.counterfoil.order.order.OrderBook;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders on their way through the database, many in one transaction or each in its own: the same rows, by statements for all. */
class OrdersInSetsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final Instant NOW = Instant.parse("2026-01-01T17:00:00Z");

    private final Database database = POSTGRES.database();
    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final Processes processes = beans.get(Processes.class);
    private final ProcessBook book = beans.get(ProcessBook.class);
    private final OrderBook orders = beans.get(OrderBook.class);
    private final NextStep next = beans.get(NextStep.class);
    private final AcceptOrder accept = beans.get(AcceptOrder.class);
    private final TakeFact takeFact = beans.get(TakeFact.class);

    @BeforeEach
    void count_statements() {
        database.update("truncate sales_order, quote_to_cash, process_stage, outbox, step cascade");
        database.update("create table if not exists statements (operation text, on_table text)");
        database.update("truncate statements");
        database.update("create or replace function noted() returns trigger language plpgsql as $$ begin"
                + " insert into statements values (tg_op, tg_table_name); return null; end $$");
        for (String table : List.of(
                "sales_order",
                "order_line",
                "contract",
                "obligation",
                "quote_to_cash",
                "process_stage",
                "process_invoice")) {
            database.update("create or replace trigger noted after insert or update on " + table
                    + " for each statement execute function noted()");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void a_set_goes_all_the_way_by_statements_for_all_of_it(int many) {
        List<UUID> ids = won(many);
        together(() -> ids.forEach(this::validated));
        together(() -> ids.forEach(id -> accept.handle(id, Northwind.customer())));
        together(() -> ids.forEach(id -> takeFact.handle(new ProcessFact.SubscriptionActivated(id), 1)));
        together(() -> ids.forEach(this::invoiced));
        together(() -> ids.forEach(this::posted));
        together(() -> ids.forEach(this::acknowledged));
        assertThat(texts("select distinct state || version as t from sales_order"))
                .containsExactly("COMPLETED" + 6);
        assertThat(texts("select distinct state || stage || (claim is null) as t from quote_to_cash"))
                .containsExactly("COMPLETED7true");
        assertThat(texts("select count(*)::text as t from process_stage")).containsExactly("" + 7 * many);
        assertThat(texts("select distinct payment || payable_minor || posted || version as t from process_invoice"))
                .containsExactly("UNPAID184025true2");
        assertThat(
                        texts(
                                "select distinct c.transaction_price_minor || ' ' || o.total as t from contract c join"
                                        + " (select contract_id, sum(transaction_price_minor) total from obligation group by 1) o using (contract_id)"))
                .containsExactly("170000 170000");
        assertThat(texts("select count(*)::text as t from outbox")).containsExactly("" + 4 * many);
        assertThat(
                        texts(
                                "select operation || ' ' || on_table || ' ' || count(*) as t from statements group by operation, on_table order by 1"))
                .containsExactly(
                        "INSERT contract 1",
                        "INSERT obligation 1",
                        "INSERT order_line 1",
                        "INSERT process_invoice 1",
                        "INSERT process_stage 7",
                        "INSERT quote_to_cash 1",
                        "INSERT sales_order 1",
                        "UPDATE process_invoice 1",
                        "UPDATE quote_to_cash 6",
                        "UPDATE sales_order 5");
    }

    private List<UUID> won(int many) {
        List<ExternalReference> deals = IntStream.range(0, many)
                .mapToObj(i -> new ExternalReference("salesforce", "deal-" + many + "-" + i))
                .toList();
        together(() -> book.dealsWon("salesforce", deals));
        return database.query("select order_id from sales_order order by order_id")
                .list(row -> row.uuid("order_id"));
    }

    private void together(Runnable work) {
        POSTGRES.transactions()
                .fresh(() -> Gathering.within(() -> {
                    List<UUID> all =
                            database.query("select order_id from quote_to_cash").list(row -> row.uuid("order_id"));
                    processes.lock(all);
                    orders.lock(all);
                    work.run();
                }));
    }

    private void validated(UUID id) {
        QuoteToCash process = processes.forChange(id).orElseThrow();
        orders.validate(id, Northwind.checked());
        process.dealTaken(null, NOW);
        next.after(process);
    }

    private void invoiced(UUID id) {
        List<ProcessFact.InvoiceIssued.Line> lines = database.query(
                        "select line_id from order_line where order_id = ?", id)
                .list(row -> new ProcessFact.InvoiceIssued.Line(row.uuid("line_id")));
        takeFact.handle(new ProcessFact.InvoiceIssued(id, "US01-" + id, id, Money.of("1840.25", "USD"), lines), 2);
    }

    private void posted(UUID id) {
        takeFact.handle(new ProcessFact.JournalPosted("INVOICE", "INVOICE", id.toString(), "US01-" + id, id), 3);
    }

    private void acknowledged(UUID id) {
        DealStatus shown = CrmView.of(processes.forChange(id).orElseThrow());
        beans.get(AcknowledgeWriteBack.class).handle(id, shown, "acknowledged by the CRM");
    }

    private List<String> texts(String sql) {
        return database.query(sql).list(row -> row.text("t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into quote_to_cash (order_id, order_number, has_crm, correlation_id, state, version)"
                        + " values (gen_random_uuid(), 'O', true, 'c', 'FETCHING', 1)",
                "insert into process_stage (order_id, number, state, entered_at)"
                        + " values (gen_random_uuid(), 1, 'FETCHING', now())",
                "insert into process_invoice (invoice_id, order_id, invoice_number, issued, posted, payment, payment_position, version)"
                        + " values (gen_random_uuid(), gen_random_uuid(), 'I', true, true, 'PAID', 1, 1)",
                "insert into contract values (gen_random_uuid(), 'K', 1, gen_random_uuid(), gen_random_uuid(), 'US01', 'USD', now(), 12, 1, 1)",
                "insert into obligation values (gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), 'P', 'POINT_IN_TIME', 'USD',"
                        + " 1, true, 1, now(), null, 1)",
                "delete from sales_order",
                "update contract set transaction_price_minor = 1",
                "update obligation set transaction_price_minor = 1"
            })
    void the_schema_refuses_what_belongs_to_nothing_and_what_others_name_can_not_go(String wrong) {
        assertThatThrownBy(() -> database.update(wrong)).isInstanceOf(DatabaseFailure.class);
    }
}
