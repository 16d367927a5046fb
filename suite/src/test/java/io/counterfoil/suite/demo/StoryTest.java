package io.counterfoil.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.client.Json;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryTest {

    private static final String TIMELINE =
            """
            {"steps":[
             {"time":"2027-01-01T12:00:00Z","event":"order.received","documentType":"ORDER","documentId":"o","documentNumber":"O-000001"},
             {"time":"2027-01-01T12:00:01Z","event":"contract.signed","documentType":"CONTRACT","documentId":"k","documentNumber":"K-000001"},
             {"time":"2027-01-01T12:00:01Z","event":"order.accepted","documentType":"ORDER","documentId":"o","documentNumber":"O-000001",
              "amount":{"amount":"1700.00","currency":"USD"}},
             {"time":"2027-01-01T12:00:02Z","event":"invoice.issued","documentType":"INVOICE","documentId":"i",
              "documentNumber":"US01-2027-000001","amount":{"amount":"1840.25","currency":"USD"}},
             {"time":"2027-01-01T12:00:03Z","event":"journal.posted","documentType":"JOURNAL_ENTRY","documentId":"j1",
              "documentNumber":"US01-J-000001","detail":"INVOICE US01-2027-000001"},
             {"time":"2027-01-01T12:00:04Z","event":"payment.settled","documentType":"PAYMENT","documentId":"p",
              "documentNumber":"pi_3xZElZeRG0e2vlqBxjRaAzRa","amount":{"amount":"2000.00","currency":"USD"}},
             {"time":"2027-01-01T12:00:05Z","event":"journal.posted","documentType":"JOURNAL_ENTRY","documentId":"j2",
              "documentNumber":"US01-J-000002","detail":"PAYMENT_APPLICATION p"},
             {"time":"2027-01-01T12:00:06Z","event":"payment.applied","documentType":"PAYMENT","documentId":"p",
              "amount":{"amount":"1840.25","currency":"USD"}},
             {"time":"2027-02-01T04:00:00Z","event":"journal.posted","documentType":"JOURNAL_ENTRY","documentId":"j3",
              "documentNumber":"US01-J-000003","detail":"RECOGNITION US01-2027-000001","amount":{"amount":"101.92","currency":"USD"}},
             {"time":"2027-02-01T04:00:00Z","event":"revenue.recognised","documentType":"REVENUE","documentId":"j3",
              "amount":{"amount":"101.92","currency":"USD"},"detail":"PLATFORM-Y through 2027-01-31"}]}
            """;

    @Test
    void what_happened_to_one_document_is_one_row_with_the_entries_that_posted_it() {
        assertThat(Story.rows(Json.read(TIMELINE), ZoneId.of("America/New_York")))
                .containsExactly(
                        new Story.Row(
                                "01-01", "order", "O-000001", "received · signed K-000001 · accepted", "1,700.00 USD"),
                        new Story.Row(
                                "01-01",
                                "invoice",
                                "US01-2027-000001",
                                "issued · posted US01-J-000001",
                                "1,840.25 USD"),
                        new Story.Row(
                                "01-01",
                                "payment",
                                "pi_3xZElZeRG0e2…",
                                "settled · posted US01-J-000002 · applied",
                                "2,000.00 USD"),
                        new Story.Row(
                                "01-31", "revenue", "PLATFORM-Y", "posted US01-J-000003 · recognised", "101.92 USD"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999.99, 999.99", "'1000', '1,000'", "1234567.80, '1,234,567.80'", "-1840.25, '-1,840.25'"})
    void thousands_are_set_apart(String amount, String grouped) {
        assertThat(Table.grouped(amount)).isEqualTo(grouped);
    }

    @Test
    void columns_are_aligned_and_amounts_stand_to_the_right() {
        List<String> lines = new ArrayList<>();
        new Table("  ", 1).row("a", "1,840.25").row("longer", "9.90").print(lines::add);
        assertThat(lines).containsExactly("  a       1,840.25", "  longer      9.90");
    }
}
