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
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;

/** Refuses every operation that names no role. Who names roles is checked by the server itself. */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class DenyByDefault implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!says(resource.getResourceMethod()) && !says(resource.getResourceClass())) {
            throw new OperationNamesNoRole();
        }
    }

    private static boolean says(AnnotatedElement element) {
        return element != null
                && (element.isAnnotationPresent(RolesAllowed.class) || element.isAnnotationPresent(PermitAll.class));
    }

    private static final class OperationNamesNoRole extends Refusal {
        OperationNamesNoRole() {
            super(
                    403,
                    TroubleClass.SCHEMA,
                    "This operation names no role, so nobody may call it",
                    "Name its roles in the code.");
        }
    }
}
