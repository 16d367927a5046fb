package io.counterfoil.order.customer;

import io.counterfoil.common.security.ServiceIdentity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Many buyers in one question to customer-service; it may take longer than one. */
@RegisterRestClient(configKey = "customer-service-sets")
@RegisterProvider(ServiceIdentity.class)
@Path("/v1/customers/by-reference")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ManyCustomersApi {

    /** Matches or creates many, each by itself; the answer names what became of each, in their order. */
    @POST
    Response propose(String proposals);
}
