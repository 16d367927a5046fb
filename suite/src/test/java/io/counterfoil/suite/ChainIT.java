package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.counterfoil.suite.command.VerifyLedger;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever owns the database may change a byte of the journal; {@code ./counterfoil verify ledger} names the row. */
class ChainIT {

    private static final String SEALED =
            "select e.entry_number || ' ' || e.id from journal_seal s join journal_entry e on e.id = s.entry_id"
                    + " where s.legal_entity_id = 'US01' order by s.chain_number limit 1";

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Stack stack = counterfoil.stack();

    @Test
    void a_byte_that_was_changed_behind_the_guards_is_found_and_named() {
        counterfoil
                .orders()
                .awaitState(counterfoil.orders().place(counterfoil.orders().request()), "COMPLETED");
        String[] entry = await("a sealed entry")
                .atMost(Duration.ofSeconds(30))
                .until(this::sealed, found -> found != null)
                .split(" ");
        assertThat(said(true)).contains("US01: ").contains("intact");

        BehindOurBack thief = BehindOurBack.in(stack, Part.LEDGER, "journal_entry");
        thief.change("update journal_entry set document_number = document_number || 'x' where id = '" + entry[1] + "'");
        try {
            assertThat(said(false))
                    .contains("first broken: link 1, entry " + entry[0] + " (" + entry[1]
                            + "): it does not say what was sealed")
                    .contains("BROKEN");
        } finally {
            thief.change("update journal_entry set document_number = left(document_number, -1) where id = '" + entry[1]
                    + "'");
        }
        assertThat(said(true)).contains("intact");
    }

    private String said(boolean intact) {
        StringWriter said = new StringWriter();
        assertThat(VerifyLedger.verify(stack.access(), null, new PrintWriter(said, true)))
                .as(said.toString())
                .isEqualTo(intact);
        return said.toString();
    }

    private String sealed() throws SQLException {
        try (Connection connection = stack.database(Part.LEDGER);
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(SEALED)) {
            return found.next() ? found.getString(1) : null;
        }
    }
}
