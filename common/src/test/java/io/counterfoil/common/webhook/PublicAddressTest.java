package io.counterfoil.common.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.2.7",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "::ffff:127.0.0.1",
                "2001::1"
            })
    void addresses_of_special_purpose_are_not_public(String literal) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "172.15.0.1", "100.128.0.1", "9.9.9.9", "2606:2800:21f::1"})
    void others_are(String literal) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(literal))).isTrue();
    }

    /** The example that the specification of Standard Webhooks and its libraries share. */
    @Test
    void a_signature_is_what_the_specification_says() {
        String signature = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330L,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
