package io.counterfoil.order.order;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Trouble;
import java.util.UUID;

/**
 * Why an order waits.
 *
 * @param code the broken rule
 * @param owner the team that can mend it
 * @param remedy what would mend it
 * @param exceptionId the exception to replay; null when another service has it
 */
public record HoldReason(String code, String reason, String owner, String remedy, UUID exceptionId) {

    /** What was refused and is an exception now: owned by whom the exception was given to. */
    public static HoldReason of(Refusal why, Trouble exception) {
        return new HoldReason(why.code(), why.getMessage(), exception.owner(), why.remedy(), exception.id());
    }
}
