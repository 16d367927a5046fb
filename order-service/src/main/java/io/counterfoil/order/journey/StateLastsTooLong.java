package io.counterfoil.order.journey;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.Duration;
import java.time.Instant;

/** A process stays in a state for longer than the deadline of that state; the state says whose that is. */
public final class StateLastsTooLong extends Refusal {

    public StateLastsTooLong(String process, String state, Instant since, Duration deadline, String step) {
        super(
                409,
                TroubleClass.OVERDUE,
                "This " + process + " is " + state + " since " + since + ", longer than " + deadline + ": " + step,
                "See who has to act; it ends by itself when the process goes on. A replay begins the deadline anew.");
    }
}
