package io.counterfoil.common.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.TestPostgres;
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
}
