package io.counterfoil.common.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.counterfoil.common.testing.LocalTransactions;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final TestPostgres postgres = TestPostgres.empty();
    private final Database database = postgres.database();
    private final LocalTransactions transactions = postgres.transactions();
    private final Remembered remembered = TestBeans.on(postgres).get(Remembered.class);
    private int readings;

    @BeforeEach
    void aTableOfColours() {
        database.update("create table reference_mark (mark bigint not null)");
        database.update("create sequence reference_mark_number");
        database.update("insert into reference_mark values (nextval('reference_mark_number'))");
        database.update("create table colour (name text primary key, code text not null)");
        database.update("insert into colour values ('red', '#f00')");
    }

    @Test
    void what_has_not_changed_is_read_once() {
        assertThat(colour("red")).isEqualTo("#f00");
        assertThat(transactions.fresh(() -> colour("red") + colour("red"))).isEqualTo("#f00#f00");
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void a_change_is_seen_by_whoever_comes_after_it() {
        colour("red");
        transactions.fresh(() -> paint("red", "#e00"));
        assertThat(transactions.fresh(() -> colour("red"))).isEqualTo("#e00");
    }

    @Test
    void a_transaction_sees_its_own_change_and_nobody_else_does_before_the_commit() {
        transactions.fresh(() -> {
            assertThat(colour("red")).isEqualTo("#f00");
            paint("red", "#e00");
            assertThat(colour("red")).isEqualTo("#e00");
            transactions.fresh(() -> assertThat(colour("red")).isEqualTo("#f00"));
        });
        assertThat(colour("red")).isEqualTo("#e00");
    }

    @Test
    void what_was_rolled_back_is_remembered_by_nobody() {
        assertThat(catchThrowable(() -> transactions.fresh(() -> {
                    colour("red");
                    paint("red", "#e00");
                    colour("red");
                    throw new IllegalStateException("no more paint");
                })))
                .hasMessage("no more paint");
        assertThat(transactions.fresh(() -> colour("red"))).isEqualTo("#f00");
    }

    private String colour(String name) {
        return remembered.of(RememberedTest.class, List.of(name), this::read).get(name);
    }

    private Map<String, String> read(Set<String> names) {
        readings++;
        Map<String, String> found = new HashMap<>();
        database.query("select * from colour where name = any(?)", names)
                .list(row -> found.put(row.text("name"), row.text("code")));
        return found;
    }

    private void paint(String name, String code) {
        database.update("update colour set code = ? where name = ?", code, name);
        database.update("update reference_mark set mark = nextval('reference_mark_number')");
        remembered.changed();
    }
}
