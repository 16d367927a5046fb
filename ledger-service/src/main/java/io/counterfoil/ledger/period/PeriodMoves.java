package io.counterfoil.ledger.period;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Every move of every period, with its evidence; only added to. */
@Dependent
class PeriodMoves {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    PeriodMoves(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(String period, String from, String to, String by, String approvedBy, String reason, Checklist evidence) {
        String written = evidence == null ? null : Json.write(evidence);
        database.update(
                """
                insert into period_move (period_id, from_state, to_state, moved_by, approved_by, reason, evidence, signature, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                period,
                from,
                to,
                by,
                approvedBy,
                reason,
                written,
                written == null ? null : signature(period, by, written),
                clock.now());
    }

    List<AccountingPeriodJson.Moved> of(String period) {
        return database.query("select * from period_move where period_id = ? order by ordinal", period)
                .list(PeriodMoves::read);
    }

    /** What was seen, by whom, for which period: whoever changes one of the three changes the signature. */
    private static String signature(String period, String by, String evidence) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha.digest((period + "\n" + by + "\n" + evidence).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    private static AccountingPeriodJson.Moved read(Row row) {
        return new AccountingPeriodJson.Moved(
                row.text("from_state"),
                row.text("to_state"),
                row.text("moved_by"),
                row.text("approved_by"),
                row.text("reason"),
                evidence(row.text("evidence")),
                row.text("signature"),
                row.instant("recorded_at"));
    }

    private static Checklist evidence(String json) {
        try {
            return json == null ? null : Json.lenient().readValue(json, Checklist.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the evidence of a close can't be read", broken);
        }
    }
}
