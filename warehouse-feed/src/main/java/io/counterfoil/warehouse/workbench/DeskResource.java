package io.counterfoil.warehouse.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.audit.KeepsTrail;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.security.Roles;
import io.counterfoil.warehouse.part.Gathered;
import io.counterfoil.warehouse.part.Part;
import io.counterfoil.warehouse.part.Question;
import io.counterfoil.warehouse.part.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What concerns the exceptions of all services at once: figures, bulk replay, who owns which class, where teams are told. */
@RequestScoped
@Path("/v1/workbench")
@KeepsTrail
public class DeskResource {

    @Inject
    Desk desk;

    /** What the services answered, each for itself; what none of them takes is refused. */
    public record Answers(Map<String, JsonNode> answers, List<Gathered.Asked> parts) {

        static Answers of(List<Reply> replies) {
            RefusedByAll.check(replies);
            Map<String, JsonNode> given = replies.stream()
                    .filter(Reply::isGiven)
                    .collect(Collectors.toMap(
                            reply -> reply.part().service(), Reply::body, (one, same) -> one, LinkedHashMap::new));
            return new Answers(given, Gathered.asked(replies));
        }
    }

    @GET
    @Path("figures")
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
    public DeskFigures figures(@QueryParam("days") Integer days) {
        if (days != null && (days < 1 || days > 366)) {
            throw new Invalid("?days", "must be from 1 to 366");
        }
        Map<String, String> query = Map.of("days", String.valueOf(days == null ? 30 : days));
        return DeskFigures.of(desk.ask(null, part -> Question.of(part, "/v1/exceptions/figures", query)));
    }

    @POST
    @Path("replays")
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES})
    public Answers replay(@QueryParam("service") String service, JsonNode wanted) {
        String body = Json.write(wanted);
        return Answers.of(desk.ask(service, part -> changing(part, "POST", "/v1/exceptions/replays", body)));
    }

    @GET
    @Path("routes")
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
    public Answers routes() {
        return Answers.of(desk.ask(null, part -> Question.of(part, "/v1/exception-routes", Map.of())));
    }

    /** The same in every service, from whatever it was; one that was down is named, to be repeated. */
    @PUT
    @Path("routes/{class}")
    @RolesAllowed({Roles.OPERATOR, Roles.CONTROLLER})
    public Answers route(@PathParam("class") String trouble, JsonNode wish) {
        String name = Segment.of(trouble);
        return Answers.of(desk.ask(null, part -> changing(part, "PUT", "/v1/exception-routes/" + name, Json.write(wish))
                .with("If-Match", "*")));
    }

    /** As {@link #route}: the team hears of the exceptions of all services at one end point. */
    @PUT
    @Path("teams/{team}")
    @RolesAllowed({Roles.OPERATOR, Roles.CONTROLLER})
    public Answers team(@PathParam("team") String team, JsonNode wish) {
        String name = Segment.of(team);
        return Answers.of(desk.ask(null, part -> changing(part, "PUT", "/v1/exception-teams/" + name, Json.write(wish))
                .with("If-Match", "*")));
    }

    private static Question changing(Part part, String method, String path, String body) {
        return new Question(part, method, path, Map.of(), Map.of(), body, null);
    }
}
