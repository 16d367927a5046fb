package io.counterfoil.order.channel;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the session out of a message before it is kept: whoever reads our tables must not become a user of the CRM. */
final class Scrubbing {

    private static final Pattern SESSION =
            Pattern.compile("(<(?:[\\w.-]+:)?SessionId\\b[^>]*>).*?(</(?:[\\w.-]+:)?SessionId\\s*>)", Pattern.DOTALL);
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int DECLARATION = 200;

    private Scrubbing() {}

    /** The body as text, without its session wherever it stands. */
    static String withoutSession(byte[] body, String sessionId) {
        String scrubbed = SESSION.matcher(text(body)).replaceAll("$1$2");
        return sessionId == null || sessionId.isBlank() ? scrubbed : scrubbed.replace(sessionId, "");
    }

    private static String text(byte[] body) {
        if (body.length > 1
                && (body[0] == (byte) 0xFE && body[1] == (byte) 0xFF
                        || body[0] == (byte) 0xFF && body[1] == (byte) 0xFE)) {
            return new String(body, StandardCharsets.UTF_16);
        }
        String head = new String(body, 0, Math.min(body.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(head);
        return new String(body, declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .replace("\u0000", "");
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
