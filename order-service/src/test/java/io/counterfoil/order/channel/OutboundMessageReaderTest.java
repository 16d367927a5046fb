package io.counterfoil.order.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundMessageReaderTest {

    private static OutboundMessage read(String text) {
        return OutboundMessageReader.read(Messages.bytes(text));
    }

    private static void refused(String text, String because) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(MessageNotReadable.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(400))
                .hasMessageContaining(because);
    }

    private static String many(int count) {
        return Messages.envelope(
                IntStream.rangeClosed(1, count).mapToObj(Messages::won).collect(Collectors.joining()));
    }

    @Test
    void reads_who_what_and_which_record() {
        OutboundMessage message = read(Messages.envelope(Messages.won(1) + Messages.won(2)));
        assertThat(message.organizationId()).isEqualTo(Messages.ORGANIZATION);
        assertThat(message.sessionId()).isEqualTo(Messages.SESSION);
        assertThat(message.notifications())
                .extracting("id", "objectType", "recordId")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("04l000000000000001", "Opportunity", "006000000000001AAA"),
                        org.assertj.core.groups.Tuple.tuple("04l000000000000002", "Opportunity", "006000000000002AAA"));
    }

    @Test
    void reads_up_to_a_hundred_notifications_and_no_more() {
        assertThat(read(many(100)).notifications()).hasSize(100);
        refused(many(101), "more than 100");
    }

    @Test
    void reads_a_message_with_a_byte_order_mark_or_in_another_encoding() {
        String text = Messages.envelope(Messages.won(1));
        assertThat(read("\uFEFF" + text).notifications()).hasSize(1);
        byte[] utf16 = text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
        assertThat(OutboundMessageReader.read(utf16).notifications()).hasSize(1);
    }

    @Test
    void external_entities_are_refused_and_nobody_is_asked_for_them() throws IOException {
        try (ServerSocket secret = new ServerSocket(0)) {
            secret.setSoTimeout(300);
            String entity =
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://localhost:%d/secret\">]>".formatted(secret.getLocalPort());
            refused(withDocumentType(entity, "&e;"), "document type");
            refused(
                    withDocumentType(
                            "<!DOCTYPE x SYSTEM \"http://localhost:%d/x.dtd\">".formatted(secret.getLocalPort()), ""),
                    "document type");
            assertThatThrownBy(secret::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
        refused(withDocumentType("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;"), "document type");
    }

    @Test
    void an_entity_bomb_is_refused_at_once() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append(
                    "<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        String text = withDocumentType(bomb + "]>", "&a29;");
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> refused(text, "document type"));
    }

    private static String withDocumentType(String documentType, String organization) {
        return Messages.envelope(Messages.won(1))
                .replace("?>\n", "?>\n" + documentType)
                .replace(Messages.ORGANIZATION, organization);
    }

    @Test
    void a_message_that_was_cut_off_is_refused_wherever_the_cut_is() {
        String whole = Messages.envelope(Messages.won(1)).strip();
        for (int length = 0; length < whole.length(); length += 7) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as("cut after " + length).isInstanceOf(MessageNotReadable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "{\"a\":1}",
                "<a/>",
                "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"/>",
                "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body/></soapenv:Envelope>",
                "<soapenv:Envelope xmlns:soapenv=\"urn:other\"><soapenv:Body/></soapenv:Envelope>"
            })
    void what_is_no_outbound_message_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MessageNotReadable.class);
    }

    @Test
    void a_message_without_notification_id_or_type_is_refused() {
        refused(Messages.envelope(""), "at least one Notification");
        refused(Messages.envelope("<Notification><Id>1</Id></Notification>"), "needs Id and sObject");
        refused(
                Messages.envelope("<Notification><sObject xsi:type=\"sf:Opportunity\"/></Notification>"),
                "needs Id and sObject");
        refused(Messages.envelope("<Notification><Id>1</Id><sObject/></Notification>"), "xsi:type");
    }

    @Test
    void elements_nested_without_end_are_refused() {
        refused(Messages.envelope("<x>".repeat(5000) + "</x>".repeat(5000) + Messages.won(1)), "nested too deep");
    }

    @Test
    void reads_the_published_sample_of_another_project() throws IOException {
        String folder = System.getProperty("counterfoil.fixtures", "");
        Path sample = Path.of(folder, "salesforce", "aspnet.OutboundMessage1.xml");
        assumeTrue(!folder.isEmpty() && Files.exists(sample), "no folder of samples: counterfoil.fixtures is not set");
        byte[] body = Files.readAllBytes(sample);
        OutboundMessage message = OutboundMessageReader.read(body);
        assertThat(message.notifications())
                .hasSize(3)
                .extracting("objectType")
                .containsExactly("Lead1", "Lead2", "Lead3");
        assertThat(message.organizationId()).hasSize(18);
        assertThat(Scrubbing.withoutSession(body, message.sessionId()))
                .contains("<SessionId></SessionId>")
                .doesNotContain(message.sessionId());
    }
}
