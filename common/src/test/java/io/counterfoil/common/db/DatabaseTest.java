package io.counterfoil.common.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database.AsColumn;
import io.counterfoil.common.testing.TestPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private final Database database = TestPostgres.empty().database();

    @Test
    void an_empty_list_is_an_empty_array_of_whatever_the_statement_compares() {
        String sql = "select 1 as one where ?::uuid = any(?)";
        assertThat(database.query(sql, UUID.randomUUID(), List.of()).list(row -> row.intValue("one")))
                .isEmpty();
    }

    @Test
    void a_list_of_ids_is_an_array_of_ids() {
        UUID id = UUID.randomUUID();
        assertThat(database.query("select 1 as one where ?::uuid = any(?)", id, List.of(id))
                        .list(row -> row.intValue("one")))
                .containsExactly(1);
    }

    @Test
    void few_rows_and_many_are_kept_alike_whatever_is_in_them() {
        database.update(
                "create table kept (n int, id uuid, many uuid[], day date, at timestamptz, t text, j jsonb, b bytea)");
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2026-01-01T17:00:00.123Z");
        Object[] row = {
            1,
            id,
            List.of(id, id),
            LocalDate.of(2026, 1, 31),
            at,
            "tab\t \\N \"line\"\r\n ü€😀",
            new AsColumn("{\"a\":\"\\n\"}"),
            new byte[] {0, -1, 92}
        };
        Object[] nothing = {2, null, null, null, null, null, null, null};
        String columns = "n, id, many, day, at, t, j, b";
        database.append("kept", columns, List.of(row, nothing));
        database.append("kept", columns, Collections.nCopies(50, row));
        assertThat(database.query(
                                "select count(*) n, count(distinct (id, many, day, at, t, j, b)) d from kept where n = 1")
                        .list(found -> found.intValue("n") + " " + found.intValue("d")))
                .containsExactly("51 1");
        assertThat(database.query("select t, b from kept where n = 1 limit 1").list(found -> found.text("t")))
                .containsExactly("tab\t \\N \"line\"\r\n ü€😀");
    }

    @Test
    void what_is_there_already_is_not_appended_again() {
        database.update("create table once (n bigint primary key, id uuid, day date, at timestamptz, t text, j jsonb)");
        UUID id = UUID.randomUUID();
        Object[] row = {
            1L,
            id,
            LocalDate.of(2026, 1, 31),
            Instant.parse("2026-01-01T17:00:00.123Z"),
            "tab\t \\N \"line\"\r\n {ü}, NULL",
            new AsColumn("{\"a\":\"\\n\"}")
        };
        Object[] nothing = {2L, null, null, null, null, null};
        String columns = "n, id, day, at, t, j";
        String types = "bigint, uuid, date, timestamptz, text, jsonb";
        assertThat(database.appendNew("once", columns, types, "n", List.of(row, nothing, row)))
                .isEqualTo(2);
        assertThat(database.appendNew("once", columns, types, "n", Collections.nCopies(3, row)))
                .isZero();
        assertThat(database.query("select t from once where id = ? and at = ? and j ->> 'a' = E'\\n'", id, row[3])
                        .list(found -> found.text("t")))
                .containsExactly("tab\t \\N \"line\"\r\n {ü}, NULL");
        assertThat(database.query("select 1 as one from once where n = 2 and t is null and j is null")
                        .list(found -> found.intValue("one")))
                .containsExactly(1);
    }
}
