package io.counterfoil.order.billing;

import io.counterfoil.common.security.ServiceIdentity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of billing-service's API that the processes need. Every POST that changes something carries a key of ours. */
@RegisterRestClient(configKey = "billing-service")
@RegisterProvider(ServiceIdentity.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BillingApi {

    /** What the invoices of an order would say. */
    @POST
    @Path("order-previews")
    Response previewOrder(String order);

    /** The subscriptions of an order. */
    @GET
    @Path("subscriptions")
    Response subscriptions(@QueryParam("orderId") UUID orderId, @QueryParam("limit") int limit);

    /** What a change would bill. */
    @POST
    @Path("subscriptions/{subscriptionId}/changes/preview")
    Response previewChange(@PathParam("subscriptionId") UUID subscriptionId, String change);

    /** Changes a subscription. */
    @POST
    @Path("subscriptions/{subscriptionId}/changes")
    Response change(
            @PathParam("subscriptionId") UUID subscriptionId,
            @HeaderParam("Idempotency-Key") String key,
            String change);

    /** All changes of a subscription. */
    @GET
    @Path("subscriptions/{subscriptionId}/changes")
    Response changes(@PathParam("subscriptionId") UUID subscriptionId);

    /** Takes back what is not in effect. */
    @DELETE
    @Path("subscriptions/{subscriptionId}/changes/{changeId}")
    Response takeBack(@PathParam("subscriptionId") UUID subscriptionId, @PathParam("changeId") UUID changeId);

    /** The invoices of an order. */
    @GET
    @Path("invoices")
    Response invoices(@QueryParam("orderId") UUID orderId, @QueryParam("limit") int limit);

    /** One invoice with its lines. */
    @GET
    @Path("invoices/{invoiceId}")
    Response invoice(@PathParam("invoiceId") UUID invoiceId);

    /** Credits an invoice or a part of it. */
    @POST
    @Path("credit-memos")
    Response credit(@HeaderParam("Idempotency-Key") String key, String memo);

    /** One credit memo. */
    @GET
    @Path("credit-memos/{creditMemoId}")
    Response creditMemo(@PathParam("creditMemoId") UUID creditMemoId);

    /** Says where what is open of a memo goes. */
    @POST
    @Path("credit-memos/{creditMemoId}/applications")
    Response apply(
            @PathParam("creditMemoId") UUID creditMemoId,
            @HeaderParam("Idempotency-Key") String key,
            String application);

    /** Gives money back. */
    @POST
    @Path("refunds")
    Response refund(@HeaderParam("Idempotency-Key") String key, String refund);

    /** One refund. */
    @GET
    @Path("refunds/{refundId}")
    Response refunded(@PathParam("refundId") UUID refundId);

    /** Holds a disputed amount out of dunning. */
    @POST
    @Path("invoice-disputes")
    Response dispute(@HeaderParam("Idempotency-Key") String key, String claim);

    /** Accepts a dispute by a credit memo, or rejects it. */
    @POST
    @Path("invoice-disputes/{disputeId}/decision")
    Response decideDispute(
            @PathParam("disputeId") UUID disputeId, @HeaderParam("Idempotency-Key") String key, String verdict);
}
