package io.counterfoil.common.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final Database outside = new Database(POSTGRES.outside());

    @Test
    void has_the_tables_of_the_foundation() {
        assertThat(countOf(outside, "outbox_position")).isEqualTo(1);
    }

    @Test
    void shows_a_change_outside_only_after_the_commit() {
        POSTGRES.transactions().fresh(() -> {
            database.update("insert into inbox_watermark (consumer, position) values ('seen', 1)");
            assertThat(countOf(outside, "inbox_watermark where consumer = 'seen'"))
                    .isZero();
        });
        assertThat(countOf(outside, "inbox_watermark where consumer = 'seen'")).isEqualTo(1);
    }

    @Test
    void takes_everything_back_when_the_work_fails() {
        assertThatThrownBy(() -> POSTGRES.transactions().fresh(() -> {
                    database.update("insert into inbox_watermark (consumer, position) values ('gone', 1)");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(countOf(outside, "inbox_watermark where consumer = 'gone'")).isZero();
    }

    @Test
    void a_transaction_inside_a_transaction_is_one_of_its_own() {
        AtomicInteger seen = new AtomicInteger();
        assertThatThrownBy(() -> POSTGRES.transactions().fresh(() -> {
                    database.update("insert into inbox_watermark (consumer, position) values ('outer', 1)");
                    POSTGRES.transactions()
                            .fresh(() -> seen.set(database.update(
                                    "insert into inbox_watermark (consumer, position) values ('inner', 1)")));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(countOf(outside, "inbox_watermark where consumer in ('outer', 'inner')"))
                .isEqualTo(seen.get());
    }

    private static long countOf(Database database, String from) {
        return database.query("select count(*) as n from " + from)
                .one(row -> row.longValue("n"))
                .orElseThrow();
    }
}
