package io.counterfoil.warehouse.feed;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** The archive for those who come late, or begin anew. */
@RequestScoped
@Path("/v1/events")
@RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
public class EventResource {

    private static final int MOST = 1000;
    private static final int MOST_IDS = 100;

    @Inject
    Archive archive;

    @GET
    public Response list(
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("type") String type,
            @QueryParam("subject") String subject,
            @QueryParam("correlationId") String correlationId,
            @QueryParam("id") List<String> ids,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @Context UriInfo uri) {
        long from = number("after", after, 0, Long.MAX_VALUE);
        int size = (int) number("limit", limit, 1, MOST);
        long head = archive.head();
        List<ArchivedEvent> found =
                archive.read(new Archive.EventFilter(from, type, subject, correlationId, ids(ids)), size + 1);
        Events page = Events.of(found, size, Math.max(from, head));
        Response.ResponseBuilder answer = Response.ok(page);
        return page.nextCursor() == null
                ? answer.build()
                : answer.link(
                                uri.getRequestUriBuilder()
                                        .replaceQueryParam("after", page.nextCursor())
                                        .build(),
                                "next")
                        .build();
    }

    private static List<UUID> ids(List<String> told) {
        if (told.size() > MOST_IDS) {
            throw new Invalid("?id", "may be given " + MOST_IDS + " times");
        }
        try {
            return told.stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException noId) {
            throw new Invalid("?id", "is no id of an event");
        }
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new Invalid("?" + name, "is no whole number");
        }
        throw new Invalid("?" + name, "must be from " + least + " to " + most);
    }

    /**
     * A page of the archive.
     *
     * @param nextCursor what to give as {@code after} for the next page; absent when nothing more is there now
     * @param position everything up to here was looked at
     */
    public record Events(List<ArchivedEvent> items, String nextCursor, long position) {

        static Events of(List<ArchivedEvent> found, int size, long head) {
            if (found.size() > size) {
                List<ArchivedEvent> items = List.copyOf(found.subList(0, size));
                long last = items.get(size - 1).archivePosition();
                return new Events(items, String.valueOf(last), last);
            }
            long last = found.isEmpty() ? 0 : found.get(found.size() - 1).archivePosition();
            return new Events(List.copyOf(found), null, Math.max(head, last));
        }
    }
}
