package io.counterfoil.order.fulfilment;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where each order is on its way to the ledger. */
@RequestScoped
@Path("/v1/processes/quote-to-cash")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class ProcessResource {

    @Inject
    Processes processes;

    @Inject
    ProcessStages stages;

    /** Processes, oldest first. */
    @GET
    public Page<ProcessJson> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("state") String state,
            @QueryParam("opportunity") String opportunity) {
        int size = Page.size(limit);
        List<QuoteToCash> found =
                processes.after(IdText.inQuery("cursor", Cursor.key(cursor)), state(state), opportunity, size + 1);
        Map<UUID, List<ProcessStage>> been =
                stages.of(found.stream().map(QuoteToCash::orderId).toList());
        return Page.of(found, size, process -> Cursor.of(process.orderId())).map(process -> json(process, been));
    }

    /** One process, by the id of its order. */
    @GET
    @Path("{orderId}")
    public Response get(@PathParam("orderId") String orderId) {
        QuoteToCash process = new IdText(orderId)
                .id()
                .flatMap(processes::find)
                .orElseThrow(() -> new NotFound("quote-to-cash process of order", orderId));
        return Response.ok(json(process, stages.of(List.of(process.orderId()))))
                .tag(ETags.of(process.version()))
                .build();
    }

    private ProcessJson json(QuoteToCash process, Map<UUID, List<ProcessStage>> been) {
        UUID order = process.orderId();
        return ProcessJson.of(process, been.getOrDefault(order, List.of()), processes.attempt(order));
    }

    private static ProcessState state(String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(ProcessState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Invalid("?state", "must be one of " + Arrays.toString(ProcessState.values())));
    }
}
