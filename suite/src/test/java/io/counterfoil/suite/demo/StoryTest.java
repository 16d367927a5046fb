package io.counterfoil.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.client.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryTest {

    @Test
    void what_happened_to_one_document_is_one_row() {
        Story story = Story.of(
                Json.read(
                        """
                {"steps":[
                 {"time":"2027-01-01T12:00:00Z","context":"order","event":"order.received","documentType":"ORDER","documentNumber":"O-000001"},
                 {"time":"2027-01-01T12:00:01Z","context":"order","event":"order.accepted","documentType":"ORDER","documentNumber":"O-000001",
                  "amount":{"amount":"1700.00","currency":"USD"}},
                 {"time":"2027-01-01T12:00:02Z","context":"billing","event":"invoice.issued","documentType":"INVOICE",
                  "documentNumber":"US01-2027-000001","amount":{"amount":"1840.25","currency":"USD"}},
                 {"time":"2027-01-02T09:00:00Z","context":"order","event":"order.completed","documentType":"ORDER","documentNumber":"O-000001"}]}
                """));
        assertThat(story.rows())
                .containsExactly(
                        new Story.Row("01-01", "order", "O-000001", "received · accepted · completed", "1,700.00 USD"),
                        new Story.Row("01-01", "invoice", "US01-2027-000001", "issued", "1,840.25 USD"));
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
