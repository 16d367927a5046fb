package io.counterfoil.order.order;

import java.util.UUID;

/**
 * Why an order waits.
 *
 * @param code the broken rule
 * @param owner the team that can mend it
 * @param remedy what would mend it
 * @param exceptionId the exception to replay; null when another service has it
 */
public record HoldReason(String code, String reason, String owner, String remedy, UUID exceptionId) {}
