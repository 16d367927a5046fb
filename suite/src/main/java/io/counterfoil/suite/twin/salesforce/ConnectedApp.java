package io.counterfoil.suite.twin.salesforce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** What an administrator registered for the integration: its client id, its user, and the key that verifies it. */
public record ConnectedApp(String organizationId, String clientId, String username, RSAPublicKey key) {

    String userId() {
        return RecordId.numbered("005", 1);
    }

    /** The public half of a private key in PKCS#8 PEM: the local stack keeps one file for both sides. */
    public static RSAPublicKey publicKeyOf(Path privateKeyPem) {
        try {
            String base64 = Files.readString(privateKeyPem).replaceAll("-----[^-]+-----|\\s", "");
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            var privateKey = (RSAPrivateCrtKey)
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return (RSAPublicKey) rsa.generatePublic(
                    new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA private key in PKCS#8 PEM: " + privateKeyPem, e);
        }
    }
}
