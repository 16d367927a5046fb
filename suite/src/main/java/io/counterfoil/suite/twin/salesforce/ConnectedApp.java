package io.counterfoil.suite.twin.salesforce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** What an administrator registered for the integration: its client id, its user, and the key that verifies it. */
public record ConnectedApp(String organizationId, String clientId, String username, RSAPublicKey key) {

    String userId() {
        return RecordId.numbered("005", 1);
    }

    /** A public key from a PEM file, as it would be uploaded to the connected app. */
    public static RSAPublicKey publicKey(Path pem) {
        try {
            String base64 = Files.readString(pem).replaceAll("-----[^-]+-----|\\s", "");
            byte[] der = Base64.getDecoder().decode(base64);
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA public key in PEM: " + pem, e);
        }
    }
}
