package io.counterfoil.common.samples.good.letter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("/v1/letters")
public class LetterResource {
    @Inject
    SendLetter sendLetter;

    @POST
    @RolesAllowed({"support", "operator"})
    public LetterSent send(String text) {
        return sendLetter.handle(text);
    }

    @GET
    @Path("{id: [a-z0-9-]+}")
    @RolesAllowed("auditor")
    public LetterSent get(@PathParam("id") String id) {
        return new LetterSent(id, "L-000001", "");
    }
}
