package io.counterfoil.customer.ownership;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every matrix there was, is, or is proposed. What holds at a time never changes: another one follows. */
@Dependent
class Matrices {

    private final Database database;

    @Inject
    Matrices(Database database) {
        this.database = database;
    }

    /** The approved one that holds at that time; without one, nobody owns anything. */
    MatrixRules inForce(Instant at) {
        return asOf(at, at).map(matrix -> new MatrixRules(matrix.rules())).orElse(MatrixRules.NONE);
    }

    /** The one that held at a time, by what was decided until another. */
    Optional<OwnershipJson.Matrix> asOf(Instant at, Instant known) {
        return database.query(
                        """
                        select * from ownership_matrix
                        where state = 'APPROVED' and valid_from <= ? and decided_at <= ?
                        order by valid_from desc, version desc limit 1
                        """,
                        at,
                        known)
                .one(Matrices::read);
    }

    long propose(OwnershipJson.Proposed wanted, Instant from, String by, Instant now) {
        return database.query(
                        """
                        insert into ownership_matrix (valid_from, rules, reason, state, proposed_by, proposed_at)
                        values (?, ?::jsonb, ?, 'PROPOSED', ?, ?) returning version
                        """,
                        from,
                        Json.write(wanted.rules()),
                        wanted.reason(),
                        by,
                        now)
                .one(row -> row.longValue("version"))
                .orElseThrow();
    }

    OwnershipJson.Matrix get(long version) {
        return database.query("select * from ownership_matrix where version = ?", version)
                .one(Matrices::read)
                .orElseThrow(() -> new NotFound("ownership matrix", version));
    }

    OwnershipJson.Matrix locked(long version) {
        return database.query("select * from ownership_matrix where version = ? for update", version)
                .one(Matrices::read)
                .orElseThrow(() -> new NotFound("ownership matrix", version));
    }

    /** What begins earlier than it is decided would change what was allowed: it begins when it is decided. */
    void decide(long version, String state, String by, Instant now) {
        database.update(
                """
                update ownership_matrix set state = ?, decided_by = ?, decided_at = ?, valid_from = greatest(valid_from, ?)
                where version = ?
                """,
                state,
                by,
                now,
                now,
                version);
    }

    Page<OwnershipJson.Matrix> list(String cursor, Integer limit) {
        int size = Page.size(limit);
        return Page.of(
                database.query(
                                "select * from ownership_matrix where version > ? order by version limit ?",
                                Cursor.toLong(cursor),
                                size + 1)
                        .list(Matrices::read),
                size,
                matrix -> Cursor.of(matrix.version()));
    }

    private static OwnershipJson.Matrix read(Row row) {
        return new OwnershipJson.Matrix(
                row.longValue("version"),
                row.instant("valid_from"),
                row.text("state"),
                rules(row.text("rules")),
                row.text("reason"),
                row.text("proposed_by"),
                row.instant("proposed_at"),
                row.text("decided_by"),
                row.instant("decided_at"));
    }

    private static List<OwnershipRule> rules(String json) {
        try {
            return List.of(Json.lenient().readValue(json, OwnershipRule[].class));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a matrix in the database is no JSON", corrupt);
        }
    }
}
