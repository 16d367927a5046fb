package io.counterfoil.order.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubbingTest {

    private static final String SECRET = "00D!secret.session";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<SessionId>00D!secret.session</SessionId>",
                "<SessionId >00D!secret.session</SessionId >",
                "<o:SessionId xmlns:o=\"x\">00D!secret.session</o:SessionId>",
                "<SessionId><![CDATA[00D!secret.session]]></SessionId>",
                "<SessionId>00D!<!-- half -->secret.session</SessionId>",
                "<SessionId>\n  00D!secret.session\n</SessionId>",
                "<SessionId>&#48;0D!secret.session</SessionId>",
                "<EnterpriseUrl>https://crm.example?sid=00D!secret.session</EnterpriseUrl>"
            })
    void the_session_is_gone_however_it_is_written(String element) {
        assertThat(Scrubbing.withoutSession(element.getBytes(StandardCharsets.UTF_8), SECRET))
                .doesNotContain("secret.session");
    }

    @Test
    void the_rest_stays_as_it_was() {
        byte[] body = Messages.bytes(Messages.envelope(Messages.won(1)));
        assertThat(Scrubbing.withoutSession(body, Messages.SESSION))
                .isEqualTo(Messages.envelope(Messages.won(1)).replace(Messages.SESSION, ""));
    }

    @Test
    void a_message_without_session_stays_as_it_was() {
        assertThat(Scrubbing.withoutSession(Messages.bytes("<a>b</a>"), null)).isEqualTo("<a>b</a>");
    }

    @Test
    void the_encoding_of_the_message_is_heeded() {
        String text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Lumière<SessionId>x</SessionId></a>";
        assertThat(Scrubbing.withoutSession(text.getBytes(StandardCharsets.ISO_8859_1), "x"))
                .contains("Lumière");
        assertThat(Scrubbing.withoutSession(text.getBytes(StandardCharsets.UTF_16), null))
                .contains("<SessionId></SessionId>");
    }
}
