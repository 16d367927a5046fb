package io.counterfoil.customer.matching;

/** How an outside account was recognised; strongest first. {@code NONE}: it is nobody whom we know. */
public enum MatchedBy {
    REFERENCE,
    TAX_ID,
    NAME_AND_DOMAIN,
    NONE
}
