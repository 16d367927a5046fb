package io.counterfoil.common.trouble;

import io.counterfoil.common.http.Invalid;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;

/** Which exceptions are wanted, as they are asked for over HTTP; what is not given asks for nothing. */
public class TroubleFilter {

    @QueryParam("state")
    Trouble.State state;

    @QueryParam("open")
    String open;

    @QueryParam("class")
    TroubleClass trouble;

    @QueryParam("code")
    String code;

    @QueryParam("owner")
    String owner;

    @QueryParam("assignee")
    String assignee;

    @QueryParam("origin")
    String origin;

    @QueryParam("subject")
    String subject;

    @QueryParam("correlationId")
    String correlationId;

    @QueryParam("customerId")
    String customerId;

    @QueryParam("region")
    String region;

    @QueryParam("productLine")
    String productLine;

    @QueryParam("olderThan")
    String olderThan;

    @QueryParam("overdue")
    String overdue;

    /** True where only those are wanted that nobody has ended, false where only ended ones are, null for both. */
    Boolean onlyOpen() {
        return truth("?open", open);
    }

    /** True where only those are wanted that are open beyond their team's objective. */
    Boolean onlyOverdue() {
        return truth("?overdue", overdue);
    }

    /** How old they are at least. */
    Duration age() {
        try {
            Duration age = olderThan == null || olderThan.isEmpty() ? null : Duration.parse(olderThan);
            if (age != null && (age.isNegative() || age.toDays() > 36_500)) {
                throw new Invalid("?olderThan", "is no age");
            }
            return age;
        } catch (DateTimeException unreadable) {
            throw new Invalid("?olderThan", "is no duration such as PT4H or P2D");
        }
    }

    private static Boolean truth(String pointer, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw new Invalid(pointer, "must be true or false");
        }
        return Boolean.valueOf(text);
    }
}
