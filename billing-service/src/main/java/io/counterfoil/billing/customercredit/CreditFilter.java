package io.counterfoil.billing.customercredit;

import io.counterfoil.billing.document.CreditKind;
import java.util.UUID;

/** Which credits a list shows; what is null does not filter. */
public record CreditFilter(UUID customerId, Credit.State state, CreditKind kind) {}
