package io.counterfoil.common.http;

import io.counterfoil.common.security.Caller;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every request passes: its body is read up to the limit, the business transaction is taken up from
 * {@code X-Correlation-Id} or begins here, and the caller is noted.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public class RequestDoor implements ContainerRequestFilter, ContainerResponseFilter {

    static final String CORRELATION_HEADER = "X-Correlation-Id";
    private static final String BEFORE = RequestDoor.class.getName();

    @Inject
    @ConfigProperty(name = "http.body.limit", defaultValue = "1048576")
    int bodyLimit;

    @Inject
    Caller caller;

    @Inject
    RequestFacts facts;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        caller.is(request.getSecurityContext());
        bind(request);
        byte[] body = body(request);
        request.setEntityStream(new ByteArrayInputStream(body));
        facts.are(
                request.getHeaderString("Idempotency-Key"),
                request.getMethod(),
                request.getUriInfo().getPath(),
                hash(body));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String id = Correlation.isBound()
                ? Correlation.current().correlationId()
                : request.getHeaderString(CORRELATION_HEADER);
        if (id != null) {
            response.getHeaders().putSingle(CORRELATION_HEADER, id);
        }
        if (request.getProperty(BEFORE) != null) {
            Correlation.restore(null);
        }
    }

    private void bind(ContainerRequestContext request) {
        String given = request.getHeaderString(CORRELATION_HEADER);
        if (given != null && !given.matches("[A-Za-z0-9._:-]{1,64}")) {
            throw new Invalid(CORRELATION_HEADER, "must be 1 to 64 letters, digits or . _ : -");
        }
        Correlation fresh = Correlation.fresh(caller.sub());
        Correlation.restore(given == null ? fresh : fresh.continuing(given));
        request.setProperty(BEFORE, Boolean.TRUE);
    }

    private byte[] body(ContainerRequestContext request) throws IOException {
        if (request.getLength() > bodyLimit) {
            throw new BodyTooLarge(bodyLimit);
        }
        try (InputStream in = request.getEntityStream()) {
            byte[] body = in == null ? new byte[0] : in.readNBytes(bodyLimit + 1);
            if (body.length > bodyLimit) {
                throw new BodyTooLarge(bodyLimit);
            }
            return body;
        }
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
