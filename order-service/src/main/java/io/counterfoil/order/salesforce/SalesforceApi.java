package io.counterfoil.order.salesforce;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of Salesforce's REST API that we use. */
@RegisterRestClient(configKey = "salesforce")
@Path("/services")
@Produces(MediaType.APPLICATION_JSON)
public interface SalesforceApi {

    /** OAuth 2.0, JWT bearer flow. */
    @POST
    @Path("oauth2/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response token(@FormParam("grant_type") String grantType, @FormParam("assertion") String assertion);

    /** The first page of a query. */
    @GET
    @Path("data/v62.0/query")
    Response query(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @QueryParam("q") String soql);

    /** A further page of a query. */
    @GET
    @Path("data/v62.0/query/{locator}")
    Response more(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("locator") String locator);

    /** Changes fields of an opportunity. */
    @PATCH
    @Path("data/v62.0/sobjects/Opportunity/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    Response update(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("id") String id, String fields);

    /** Changes fields of up to 200 records, each by itself. */
    @PATCH
    @Path("data/v62.0/composite/sobjects")
    @Consumes(MediaType.APPLICATION_JSON)
    Response updateAll(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, String records);

    /** Makes or changes the opportunity with an external key of ours. */
    @PATCH
    @Path("data/v62.0/sobjects/Opportunity/External_Key__c/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    Response upsert(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("key") String key, String fields);
}
