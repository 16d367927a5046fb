package io.counterfoil.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our signature code and the vendor's own library examine each other. */
class StripeSignatureTest {
    private static final String SECRET = "whsec_sample_of_a_test";
    private static final String BODY = "{\"id\":\"evt_1\",\"name\":\"Zoë – ¥\"}";
    private static final byte[] BYTES = BODY.getBytes(StandardCharsets.UTF_8);

    private final long now = Webhook.Util.getTimeNow();

    @Test
    void what_the_vendors_library_signs_we_accept() throws Exception {
        String signature = Webhook.Util.computeHmacSha256(SECRET, now + "." + BODY);
        assertThatCode(() -> verify("t=" + now + ",v1=" + signature, SECRET)).doesNotThrowAnyException();
    }

    @Test
    void what_we_sign_the_vendors_library_accepts() throws SignatureVerificationException {
        String signature = HexFormat.of().formatHex(StripeSignature.sign(now, BYTES, SECRET));
        assertThat(Webhook.Signature.verifyHeader(BODY, "t=" + now + ",v1=" + signature, SECRET, 300))
                .isTrue();
    }

    @Test
    void both_refuse_a_body_that_was_changed() {
        String header = header(now, SECRET);
        byte[] changed = BODY.replace("evt_1", "evt_2").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Webhook.Signature.verifyHeader(
                        new String(changed, StandardCharsets.UTF_8), header, SECRET, 300))
                .isInstanceOf(SignatureVerificationException.class);
        assertThatThrownBy(() -> StripeSignature.parse(header).verify(changed, List.of(SECRET), time(now)))
                .isInstanceOf(SignatureRefused.Mismatch.class);
    }

    @Test
    void both_refuse_a_stale_signature() {
        String header = header(now - 301, SECRET);
        assertThatThrownBy(() -> Webhook.Signature.verifyHeader(BODY, header, SECRET, 300))
                .isInstanceOf(SignatureVerificationException.class);
        assertThatThrownBy(() -> StripeSignature.parse(header).verify(BYTES, List.of(SECRET), time(now)))
                .isInstanceOf(SignatureRefused.Stale.class);
    }

    @Test
    void a_signature_is_good_for_exactly_300_seconds_either_way() {
        for (long off : new long[] {-300, 0, 300}) {
            assertThatCode(() ->
                            StripeSignature.parse(header(now + off, SECRET)).verify(BYTES, List.of(SECRET), time(now)))
                    .doesNotThrowAnyException();
        }
        for (long off : new long[] {-301, 301}) {
            assertThatThrownBy(() ->
                            StripeSignature.parse(header(now + off, SECRET)).verify(BYTES, List.of(SECRET), time(now)))
                    .isInstanceOf(SignatureRefused.Stale.class);
        }
    }

    @Test
    void every_active_secret_and_every_signature_is_tried() {
        String header = header(now, "whsec_old") + ",v1=" + "0".repeat(64) + ",v0=" + "1".repeat(64);
        assertThatCode(() -> StripeSignature.parse(header).verify(BYTES, List.of("whsec_new", "whsec_old"), time(now)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> verify(header, "whsec_other")).isInstanceOf(SignatureRefused.Mismatch.class);
    }

    @Test
    void a_signature_of_nothing_is_refused() {
        assertThatThrownBy(() ->
                        StripeSignature.parse(header(now, SECRET)).verify(new byte[0], List.of(SECRET), time(now)))
                .isInstanceOf(SignatureRefused.Empty.class);
    }

    @Test
    void without_an_active_secret_nothing_is_authentic() {
        assertThatThrownBy(() -> StripeSignature.parse(header(now, "")).verify(BYTES, List.of(), time(now)))
                .isInstanceOf(SignatureRefused.Mismatch.class);
    }

    @Test
    void a_header_that_is_none_is_refused_by_name() {
        assertThatThrownBy(() -> StripeSignature.parse(null)).isInstanceOf(SignatureRefused.Missing.class);
        for (String bad : List.of("v1=" + "0".repeat(64), "t=1,v1=zz", "t=,v1=" + "0".repeat(64), "hello", "t=1")) {
            assertThatThrownBy(() -> StripeSignature.parse(bad))
                    .as(bad)
                    .isInstanceOf(SignatureRefused.Malformed.class)
                    .extracting(refused -> ((SignatureRefused) refused).code())
                    .isEqualTo("signature-malformed");
        }
    }

    private void verify(String header, String secret) {
        StripeSignature.parse(header).verify(BYTES, List.of(secret), time(now));
    }

    private static Instant time(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    private static String header(long time, String secret) {
        String key = secret.isEmpty() ? "none" : secret;
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(StripeSignature.sign(time, BYTES, key));
    }
}
