package io.counterfoil.common.samples.transactions.act;

import jakarta.ws.rs.GET;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient
interface Outside {
    @GET
    String answer();
}
