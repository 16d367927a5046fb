package io.counterfoil.common.security;

/** The roles that an operation can name (groups of the bearer token). */
public final class Roles {

    public static final String SALES = "sales";
    public static final String FINANCE = "finance";
    public static final String CONTROLLER = "controller";
    public static final String SUPPORT = "support";
    public static final String PARTNER = "partner";
    public static final String INTEGRATION = "integration";
    public static final String OPERATOR = "operator";
    public static final String AUDITOR = "auditor";

    /** All but partners: who sees what is not their own. */
    public static final java.util.Set<String> STAFF =
            java.util.Set.of(SALES, FINANCE, CONTROLLER, SUPPORT, INTEGRATION, OPERATOR, AUDITOR);

    private Roles() {}
}
