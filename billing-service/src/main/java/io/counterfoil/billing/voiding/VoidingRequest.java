package io.counterfoil.billing.voiding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an invoice is taken back. */
public record VoidingRequest(@NotBlank @Size(max = 60) String reasonCode, @Size(max = 500) String reason) {}
