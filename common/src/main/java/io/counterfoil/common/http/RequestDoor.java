package io.counterfoil.common.http;

import io.counterfoil.common.security.Caller;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every request that is let in passes: the caller is noted, and its body is read up to the limit. */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public class RequestDoor implements ContainerRequestFilter {

    private static final int LONGEST_NAME = 200;

    @Inject
    @ConfigProperty(name = "http.body.limit", defaultValue = "1048576")
    int bodyLimit;

    @Context
    ResourceInfo method;

    @Inject
    Caller caller;

    @Inject
    RequestFacts facts;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        refuseLongNames(request);
        caller.is(request.getSecurityContext());
        Correlation here = Correlation.current();
        Traces.belongsTo(here.correlationId());
        Correlation.restore(new Correlation(here.correlationId(), here.causationId(), caller.sub()));
        byte[] body = body(request);
        request.setEntityStream(new ByteArrayInputStream(body));
        facts.are(
                request.getHeaderString("Idempotency-Key"),
                request.getMethod(),
                request.getUriInfo().getPath(),
                hash(body));
        Map<String, String> named = new LinkedHashMap<>();
        request.getUriInfo().getPathParameters().forEach((name, values) -> named.put(name, values.get(0)));
        facts.named(named, request.getHeaderString("Change-Reason"));
    }

    /** No id or code of ours comes near this; what is longer would only burst an index of the database. */
    private static void refuseLongNames(ContainerRequestContext request) {
        for (PathSegment segment : request.getUriInfo().getPathSegments()) {
            if (segment.getPath().length() > LONGEST_NAME) {
                throw new Invalid("", "a part of the path is longer than " + LONGEST_NAME + " characters");
            }
        }
    }

    private byte[] body(ContainerRequestContext request) throws IOException {
        int limit = limit();
        if (request.getLength() > limit) {
            throw new BodyTooLarge(limit);
        }
        try (InputStream in = request.getEntityStream()) {
            byte[] body = in == null ? new byte[0] : in.readNBytes(limit + 1);
            if (body.length > limit) {
                throw new BodyTooLarge(limit);
            }
            return body;
        }
    }

    private int limit() {
        BodyLimit own = method.getResourceMethod() == null
                ? null
                : method.getResourceMethod().getAnnotation(BodyLimit.class);
        return own == null ? bodyLimit : own.value();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** More bytes than this operation takes. */
    public static final class BodyTooLarge extends Refusal {
        BodyTooLarge(int limit) {
            super(413, TroubleClass.SCHEMA, "The body is larger than " + limit + " bytes", "Send less at a time.");
        }
    }
}
