package io.counterfoil.customer.matching;

/**
 * How an outside account was recognised; strongest first. {@code REVIEW}: a person said so. {@code NONE}: it is nobody
 * whom we know.
 */
public enum MatchedBy {
    REFERENCE,
    TAX_ID,
    NAME_AND_DOMAIN,
    NAME_AND_ADDRESS,
    REVIEW,
    NONE
}
