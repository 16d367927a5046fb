package io.counterfoil.common.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who calls, for the length of a request. Set by the request filter; a webhook has no caller of its own. */
@RequestScoped
public class Caller {

    private String sub = "anonymous";

    /** Called by the request filter, once. */
    public void is(SecurityContext context) {
        Principal principal = context.getUserPrincipal();
        if (principal instanceof org.eclipse.microprofile.jwt.JsonWebToken token && token.getSubject() != null) {
            sub = token.getSubject();
        } else if (principal != null) {
            sub = principal.getName();
        }
    }

    /** The {@code sub} of the bearer token. */
    public String sub() {
        return sub;
    }
}
