package io.counterfoil.order.refusal;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which refusals are final after a time, and which orders wait for nothing any more. */
@Dependent
class RefusalRules {

    private static final String HELD =
            """
            from quote_to_cash q
            join refusal_rule r on r.reason_code = q.reason_code
            where q.is_open and q.state = 'HELD'
              and not exists (select 1 from order_reversal v
                              where v.order_id = q.order_id and v.kind in ('CANCELLATION', 'COMPENSATION'))
            """;

    private static final String NOT_PASSED =
            "not exists (select 1 from refusal_passed_over p where p.order_id = q.order_id and p.until > ?)";

    private static final String FINAL_AT = "q.entered_at + r.final_after_seconds * interval '1 second'";

    private final Database database;

    @Inject
    RefusalRules(Database database) {
        this.database = database;
    }

    Optional<RefusalRule> find(String reasonCode) {
        return database.query("select * from refusal_rule where reason_code = ? for update", reasonCode)
                .one(RefusalRules::read);
    }

    List<RefusalRule> after(String reasonCode, int limit) {
        return database.query(
                        "select * from refusal_rule where reason_code > ? order by reason_code limit ?",
                        reasonCode,
                        limit)
                .list(RefusalRules::read);
    }

    void write(RefusalRule rule) {
        database.update(
                """
                insert into refusal_rule (reason_code, final_after_seconds, version) values (?, ?, ?)
                on conflict (reason_code) do update set final_after_seconds = excluded.final_after_seconds,
                  version = excluded.version
                """,
                rule.reasonCode(),
                rule.finalAfter().toSeconds(),
                rule.version());
    }

    void remove(String reasonCode) {
        database.update("delete from refusal_rule where reason_code = ?", reasonCode);
    }

    /** When the next refusal is final. */
    Optional<Instant> nextDue() {
        return database.query("select min(" + FINAL_AT + ") as due " + HELD + " and " + NOT_PASSED, SystemTime.now())
                .one(row -> Optional.ofNullable(row.instant("due")))
                .flatMap(due -> due);
    }

    /**
     * An order whose refusal is final now, kept from others; one that somebody is mending at this moment is passed over, and one
     * that could not be taken back a while ago.
     */
    Optional<Refused> next(Instant now, Instant systemNow) {
        return database.query(
                        "select q.order_id, q.reason, q.correlation_id " + HELD + " and " + FINAL_AT + " <= ? and "
                                + NOT_PASSED + " order by " + FINAL_AT + " limit 1 for update of q skip locked",
                        now,
                        systemNow)
                .one(row -> new Refused(row.uuid("order_id"), row.text("reason"), row.text("correlation_id")));
    }

    /** The order can't be taken back: until then the others pass, whichever replica looks. */
    void passOver(UUID orderId, String code, Instant until) {
        database.update("delete from refusal_passed_over where until < ?", SystemTime.now());
        database.update(
                """
                insert into refusal_passed_over (order_id, code, until) values (?, ?, ?)
                on conflict (order_id) do update set code = excluded.code, until = excluded.until
                """,
                orderId,
                code,
                until);
    }

    private static RefusalRule read(Row row) {
        return new RefusalRule(
                row.text("reason_code"),
                Duration.ofSeconds(row.longValue("final_after_seconds")),
                row.intValue("version"));
    }

    /** An order that is refused, and why. */
    record Refused(UUID orderId, String reason, String correlationId) {}
}
