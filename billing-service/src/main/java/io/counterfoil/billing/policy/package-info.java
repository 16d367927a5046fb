/**
 * Policies: where published practice differs, a named, versioned value chooses.
 *
 * <p>{@link io.counterfoil.billing.policy.PolicyName} lists all of them with their legal values and built-in defaults. A
 * value is published for a legal entity, a contract or a charge, with a validity; the narrowest one that is valid on a day
 * applies on it. Documents and facts name what they used.
 */
package io.counterfoil.billing.policy;
