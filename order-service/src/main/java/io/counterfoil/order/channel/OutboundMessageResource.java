package io.counterfoil.order.channel;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.telemetry.Metrics;
import io.counterfoil.common.trace.Traces;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The door for Salesforce's outbound messages. The acknowledgement is sent after the commit, or not at all. */
@RequestScoped
@Path("/hooks/salesforce/{secret}/outbound-messages")
public class OutboundMessageResource {

    private static final String ACKNOWLEDGEMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
              <soapenv:Body>
                <notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound">
                  <Ack>true</Ack>
                </notificationsResponse>
              </soapenv:Body>
            </soapenv:Envelope>
            """;

    @Inject
    KnownSender sender;

    @Inject
    TakeNotifications take;

    @Inject
    Metrics metrics;

    /** Stores the notifications and begins what they ask for. */
    @POST
    @PermitAll
    @Consumes({MediaType.TEXT_XML, MediaType.APPLICATION_XML, "application/soap+xml"})
    @Produces({MediaType.TEXT_XML, "application/problem+json"})
    public Response receive(@PathParam("secret") String secret, byte[] body) {
        Traces.showPath("/hooks/salesforce/-/outbound-messages");
        try {
            sender.requireSecret(secret);
            OutboundMessage message = OutboundMessageReader.read(body);
            sender.requireOrganization(message.organizationId());
            take.handle(message, Scrubbing.withoutSession(body, message.sessionId()));
            return Response.ok(ACKNOWLEDGEMENT, MediaType.TEXT_XML).build();
        } catch (SenderNotAuthentic | MessageNotReadable refused) {
            throw counted(refused);
        }
    }

    private <T extends Refusal> T counted(T refused) {
        metrics.count(
                "counterfoil_webhooks_rejected_total", Map.of("system", "salesforce", "reason", refused.code()), 1);
        return refused;
    }
}
