package io.counterfoil.billing.reconciliation;

import io.counterfoil.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a line {@code key|amount|currency} for each document, in the order of the keys. */
final class Digest {

    private final MessageDigest sha;

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    void add(String key, Money amount) {
        sha.update((key + "|" + amount.amount() + "|" + amount.currency() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of all that was added, in lower-case hex. */
    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
