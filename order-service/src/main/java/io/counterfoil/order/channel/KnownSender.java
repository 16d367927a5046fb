package io.counterfoil.order.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a message comes from our organization: the path holds one of the active secrets, and the message names the
 * organization. All secrets are compared, in the same time whether they match or not.
 */
@ApplicationScoped
class KnownSender {

    /** Ids have 15 significant characters; the other three are a check sum for systems that ignore case. */
    private static final int SIGNIFICANT = 15;

    @Inject
    @ConfigProperty(name = "salesforce.hook.secrets")
    Optional<List<String>> secrets;

    @Inject
    @ConfigProperty(name = "salesforce.organization.id")
    Optional<String> organizationId;

    /** Refuses a path without an active secret. */
    void requireSecret(String given) {
        byte[] presented = digest(given);
        boolean matched = false;
        for (String secret : secrets.orElse(List.of())) {
            matched |= MessageDigest.isEqual(digest(secret.strip()), presented);
        }
        if (!matched) {
            throw new SenderNotAuthentic();
        }
    }

    /** Refuses a message of another organization. */
    void requireOrganization(String given) {
        byte[] ours = digest(significant(organizationId.orElse("")));
        if (organizationId.isEmpty() || !MessageDigest.isEqual(ours, digest(significant(given)))) {
            throw new SenderNotAuthentic();
        }
    }

    private static String significant(String id) {
        return id.length() == SIGNIFICANT + 3 ? id.substring(0, SIGNIFICANT) : id;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
