package io.counterfoil.common.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.counterfoil.common.testing.LocalTransactions;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T17:00:00Z");

    private final TestPostgres postgres = TestPostgres.empty();
    private final Database database = postgres.database();
    private final LocalTransactions transactions = postgres.transactions();
    private final Changes changes = TestBeans.on(postgres).get(Changes.class);

    /** A shelf with books, each of which is appended once. */
    private static final class Shelf implements Versioned {

        private static final Table<String> BOOKS = Table.<String>named("book").with("title", "text", title -> title);
        private static final Table<Shelf> TABLE = Table.<Shelf>named("shelf")
                .with("id", "uuid", shelf -> shelf.id)
                .with("label", "text", shelf -> shelf.label)
                .with("width", "bigint", shelf -> shelf.width)
                .with("moved_at", "timestamptz", shelf -> shelf.movedAt)
                .with("marks", "text", shelf -> shelf.marks, marks -> String.join(",", List.of(marks.toString())))
                .having(BOOKS, shelf -> shelf.added);

        private final UUID id;
        private final List<String> added = new ArrayList<>();
        private String label;
        private Long width;
        private Instant movedAt;
        private List<String> marks;
        private int version;

        private Shelf(UUID id, String label) {
            this.id = id;
            this.label = label;
        }

        private Shelf(Row row) {
            this(row.uuid("id"), row.text("label"));
            width = row.longOrNull("width");
            movedAt = row.instant("moved_at");
            version = row.intValue("version");
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public void writtenAs(int next) {
            version = next;
        }
    }

    @BeforeEach
    void shelves() {
        database.update("create table shelf (id uuid primary key, label text not null, width bigint,"
                + " moved_at timestamptz, marks text, version int not null)");
        database.update("create table book (title text primary key)");
        database.update("create table statements (operation text, on_table text)");
        database.update("create function noted() returns trigger language plpgsql as $$ begin"
                + " insert into statements values (tg_op, tg_table_name); return null; end $$");
        for (String table : List.of("shelf", "book")) {
            database.update("create trigger noted after insert or update on " + table
                    + " for each statement execute function noted()");
        }
    }

    private List<String> statements() {
        return database.query("select operation || ' ' || on_table as what from statements")
                .list(row -> row.text("what"));
    }

    private List<UUID> put(int many) {
        List<UUID> ids =
                IntStream.range(0, many).mapToObj(i -> UUID.randomUUID()).toList();
        transactions.fresh(() -> ids.forEach(id -> changes.add(Shelf.TABLE, new Shelf(id, "new \"shelf\", \\ 1"))));
        return ids;
    }

    private Shelf read(UUID id) {
        return changes.known(Shelf.TABLE, id)
                .orElseGet(() -> changes.keep(
                        Shelf.TABLE,
                        database.query("select * from shelf where id = ?", id)
                                .one(Shelf::new)
                                .orElseThrow()));
    }

    @Test
    void what_is_new_is_written_by_one_statement_for_each_table_few_or_many() {
        put(3);
        put(30);
        assertThat(statements()).containsExactly("INSERT shelf", "INSERT shelf");
        assertThat(database.query("select distinct label || version as what from shelf")
                        .list(row -> row.text("what")))
                .containsExactly("new \"shelf\", \\ 11");
    }

    @Test
    void what_changed_is_written_by_one_statement_before_the_commit_each_with_its_own_values() {
        List<UUID> ids = put(3);
        transactions.fresh(() -> {
            read(ids.get(0)).label = "moved";
            read(ids.get(1)).width = 12L;
            read(ids.get(1)).movedAt = NOW;
            read(ids.get(2));
        });
        assertThat(statements()).containsExactly("INSERT shelf", "UPDATE shelf");
        transactions.fresh(() -> {
            assertThat(read(ids.get(0)).label).isEqualTo("moved");
            assertThat(read(ids.get(0)).width).isNull();
            assertThat(read(ids.get(1)).label).startsWith("new");
            assertThat(read(ids.get(1)).width).isEqualTo(12);
            assertThat(read(ids.get(1)).movedAt).isEqualTo(NOW);
            assertThat(ids.stream().map(id -> read(id).version())).containsExactly(2, 2, 1);
        });
    }

    @Test
    void what_belongs_to_others_is_written_after_all_of_them_and_once() {
        UUID id = UUID.randomUUID();
        transactions.fresh(() -> {
            Shelf shelf = new Shelf(id, "novels");
            shelf.added.add(new String("Emma"));
            changes.add(Shelf.TABLE, shelf);
            changes.add(Shelf.TABLE, new Shelf(UUID.randomUUID(), "poems"));
            changes.write();
            shelf.added.add(new String("Persuasion"));
        });
        assertThat(statements()).containsExactly("INSERT shelf", "INSERT book", "INSERT book");
    }

    @Test
    void written_at_once_where_somebody_needs_it_it_has_its_next_version() {
        UUID id = put(1).get(0);
        transactions.fresh(() -> {
            Shelf shelf = read(id);
            shelf.label = "once";
            changes.write();
            assertThat(shelf.version()).isEqualTo(2);
            changes.write();
            assertThat(shelf.version()).isEqualTo(2);
            shelf.label = "twice";
        });
        assertThat(transactions.fresh(() -> read(id).version())).isEqualTo(3);
    }

    @Test
    void a_change_that_lost_against_another_one_is_refused_and_none_of_its_set_is_made() {
        List<UUID> ids = put(2);
        Throwable lost = catchThrowable(() -> transactions.fresh(() -> {
            ids.forEach(id -> read(id).label = "mine");
            try (var connection = postgres.outside().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("update shelf set version = version + 1 where id = '" + ids.get(1) + "'");
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(LostUpdate.isBehind(lost)).isTrue();
        assertThat(database.query("select 1 from shelf where label = 'mine'").list(row -> 1))
                .isEmpty();
    }

    @Test
    void what_was_refused_is_not_written() {
        UUID id = put(1).get(0);
        assertThatThrownBy(() -> transactions.fresh(() -> {
                    read(id).label = "mine";
                    throw new IllegalArgumentException("refused");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(transactions.fresh(() -> read(id).label)).startsWith("new");
    }

    @Test
    void without_a_transaction_nothing_is_at_hand_and_nothing_can_be_changed() {
        assertThat(changes.known(Shelf.TABLE, UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> changes.add(Shelf.TABLE, new Shelf(UUID.randomUUID(), "none")))
                .isInstanceOf(IllegalStateException.class);
    }
}
