package io.counterfoil.common.audit;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** The one question that auditors ask of the trail. */
@Dependent
class AuditQuery {

    private final Database database;

    @Inject
    AuditQuery(Database database) {
        this.database = database;
    }

    /** What meets all filters that are given, oldest first. */
    Page<AuditEntry> find(Filter filter, String cursor, Integer limit) {
        int size = Page.size(limit);
        StringBuilder sql = new StringBuilder("select * from audit_entry where seq > ?");
        List<Object> parameters = new ArrayList<>(List.of(Cursor.toLong(cursor)));
        also(sql, parameters, "object = ?", filter.object());
        also(sql, parameters, "object_id = ?", filter.objectId());
        also(sql, parameters, "actor = ?", filter.actor());
        also(sql, parameters, "origin = ?", filter.origin());
        also(sql, parameters, "correlation_id = ?", filter.correlationId());
        also(sql, parameters, "at >= ?", instant("?from", filter.from()));
        also(sql, parameters, "at < ?", instant("?to", filter.to()));
        sql.append(" order by seq limit ?");
        parameters.add(size + 1);
        List<AuditEntry> found =
                database.query(sql.toString(), parameters.toArray()).list(AuditEntry::read);
        return Page.of(found, size, entry -> Cursor.of(entry.seq()));
    }

    private static void also(StringBuilder sql, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static Instant instant(String pointer, String text) {
        try {
            return text == null ? null : Instant.parse(text.startsWith("+") ? "" : text);
        } catch (DateTimeParseException wrong) {
            throw new Invalid(pointer, "is no time such as 2026-01-31T00:00:00Z");
        }
    }

    /** What was asked for; null asks for nothing. */
    record Filter(
            String object,
            String objectId,
            String actor,
            String origin,
            String correlationId,
            String from,
            String to) {}
}
