package io.counterfoil.common.samples.good.post;

import jakarta.ws.rs.POST;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient
public interface Carrier {
    @POST
    void carry(String letterNumber);
}
