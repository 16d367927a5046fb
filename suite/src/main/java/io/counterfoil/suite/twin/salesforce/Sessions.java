package io.counterfoil.suite.twin.salesforce;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that were handed out: who holds each, and until when. */
final class Sessions {

    private record Session(String user, Instant until) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String organizationId;
    private final Duration length;
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    Sessions(String organizationId, Duration length) {
        this.organizationId = organizationId;
        this.length = length;
    }

    /** A new session id, which is the access token too: the organisation's short id and a secret. */
    String open(String user) {
        byte[] secret = new byte[72];
        RANDOM.nextBytes(secret);
        String id = organizationId.substring(0, 15) + "!"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        open.put(id, new Session(user, Instant.now().plus(length)));
        return id;
    }

    /** Who holds the session that the header names. */
    String user(String authorization) {
        String id = authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
        Session session = open.get(id);
        if (session == null || Instant.now().isAfter(session.until())) {
            open.remove(id);
            throw SalesforceError.invalidSession();
        }
        return session.user();
    }

    /** Ends every session, as an administrator may at any time. */
    void endAll() {
        open.clear();
    }
}
