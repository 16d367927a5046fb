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

/** Whether a customer may have more; customer-service knows limits and exposures. */
@RegisterRestClient(configKey = "customer-service")
@RegisterProvider(ServiceIdentity.class)
@Path("/v1/credit-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CreditApi {

    /** Changes nothing. */
    @POST
    Response check(String question);
}
