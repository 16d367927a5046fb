package io.counterfoil.order.refusal;

import io.counterfoil.common.http.Invalid;
import java.time.DateTimeException;
import java.time.Duration;

/** Refusal rules on the wire. */
public final class RefusalRuleJson {

    private static final Duration LONGEST = Duration.ofDays(3650);

    private RefusalRuleJson() {}

    /** What is sent: a span by ISO 8601, such as PT0S or P3D. */
    public record Terms(String finalAfter) {

        Duration read() {
            try {
                Duration read = Duration.parse(finalAfter == null ? "" : finalAfter);
                if (!read.isNegative() && read.compareTo(LONGEST) <= 0) {
                    return read;
                }
            } catch (DateTimeException noSpan) {
                throw new Invalid("/finalAfter", "must be a span such as PT0S or P3D");
            }
            throw new Invalid("/finalAfter", "must be from PT0S to " + LONGEST);
        }
    }

    /** A rule as it is. */
    public record Rule(String reasonCode, String finalAfter, int version) {

        static Rule of(RefusalRule rule) {
            return new Rule(rule.reasonCode(), rule.finalAfter().toString(), rule.version());
        }
    }
}
