package io.counterfoil.order.salesforce;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in a signed JWT who we are; Salesforce knows the certificate of the key. */
@ApplicationScoped
class SalesforceAssertion {

    private static final long VALID_SECONDS = 180;

    @Inject
    @ConfigProperty(name = "salesforce.url")
    String audience;

    @Inject
    @ConfigProperty(name = "salesforce.client.id", defaultValue = "")
    String clientId;

    @Inject
    @ConfigProperty(name = "salesforce.username", defaultValue = "")
    String username;

    @Inject
    @ConfigProperty(name = "salesforce.private.key.file", defaultValue = "")
    String keyFile;

    /** A fresh assertion, valid for three minutes. */
    String signed() {
        long expires = SystemTime.now().getEpochSecond() + VALID_SECONDS;
        String content = encoded(Json.write(Map.of("alg", "RS256")))
                + '.'
                + encoded(Json.write(Map.of("iss", clientId, "sub", username, "aud", audience, "exp", expires)));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + '.' + encoded(signature.sign());
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException("the private key for Salesforce can't be used", unusable);
        }
    }

    private PrivateKey key() throws IOException, GeneralSecurityException {
        String pem = Files.readString(Path.of(keyFile))
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private static String encoded(String json) {
        return encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
