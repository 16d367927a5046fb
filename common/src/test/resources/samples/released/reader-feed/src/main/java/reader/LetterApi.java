package reader;

/** Text only: it is read, never compiled. */
@Path("/v1/letters")
@RegisterRestClient(configKey = "letter-service")
interface LetterApi {

    @GET
    Letters list(@QueryParam("limit") int limit);

    @DELETE
    @Path("/{id}")
    void burn(@PathParam("id") String id);
}
