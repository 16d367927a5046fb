package io.counterfoil.common.security;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;

/**
 * Lets a request pass only to an operation that names the caller's role, or says that anybody may call it. What names
 * nothing is refused. It stands before the server's own check, which would refuse as well, but without saying why.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class DenyByDefault implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        AnnotatedElement operation = resource.getResourceMethod();
        AnnotatedElement naming = names(operation) ? operation : resource.getResourceClass();
        if (!names(naming)) {
            throw new OperationNamesNoRole();
        }
        RolesAllowed allowed = naming.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            requireOneOf(allowed.value(), request.getSecurityContext());
        }
    }

    private static boolean names(AnnotatedElement element) {
        return element != null
                && (element.isAnnotationPresent(RolesAllowed.class) || element.isAnnotationPresent(PermitAll.class));
    }

    private static void requireOneOf(String[] roles, SecurityContext caller) {
        if (caller.getUserPrincipal() == null) {
            throw new TokenMissing();
        }
        if (Arrays.stream(roles).noneMatch(caller::isUserInRole)) {
            throw new RoleMissing(roles);
        }
    }

    /** Nobody may call what names no role. */
    public static final class OperationNamesNoRole extends Refusal {
        OperationNamesNoRole() {
            super(
                    403,
                    TroubleClass.SCHEMA,
                    "This operation names no role, so nobody may call it",
                    "Name its roles in the code.");
        }
    }

    /** No bearer token, or none that the configured issuer vouches for. */
    public static final class TokenMissing extends Refusal {
        TokenMissing() {
            super(
                    401,
                    TroubleClass.SCHEMA,
                    "A valid bearer token is required",
                    "Send an unexpired token of the configured issuer and audience.");
        }
    }

    /** A valid token without any of the operation's roles. */
    public static final class RoleMissing extends Refusal {
        RoleMissing(String... roles) {
            super(
                    403,
                    TroubleClass.SCHEMA,
                    "The token has none of the roles of this operation",
                    "Use a token with one of the roles " + Arrays.toString(roles) + ".");
        }
    }
}
