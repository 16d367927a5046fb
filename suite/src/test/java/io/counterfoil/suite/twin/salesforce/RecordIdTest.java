package io.counterfoil.suite.twin.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordIdTest {

    /** Suffixes worked out by hand: five bits per five characters, the lowest bit first. */
    @ParameterizedTest
    @CsvSource({
        "000000000000000, AAA",
        "A00000000000000, BAA",
        "0000A0000000000, QAA",
        "AAAAAAAAAAAAAAA, 555",
        "00000A0000a0000, ABA",
        "001D000000IqhSL, IAZ",
    })
    void the_three_last_characters_say_which_of_the_fifteen_are_capitals(String shortForm, String suffix) {
        assertThat(RecordId.suffix(shortForm)).isEqualTo(suffix);
        assertThat(RecordId.of(shortForm)).isEqualTo(shortForm + suffix);
        assertThat(RecordId.of(shortForm + suffix)).isEqualTo(shortForm + suffix);
    }

    @Test
    void two_short_ids_that_differ_in_case_alone_have_different_long_ids() {
        String small = RecordId.of("006Cf00000abcde").toLowerCase();
        String large = RecordId.of("006Cf00000ABCDE").toLowerCase();
        assertThat(small).isNotEqualTo(large);
    }

    @ParameterizedTest
    @CsvSource({"''", "123", "006Cf00000abcd!", "006Cf00000abcdeAAA", "006Cf00000abcdeABCD"})
    void what_is_no_id_is_malformed(String id) {
        assertThatThrownBy(() -> RecordId.of(id))
                .isInstanceOfSatisfying(
                        SalesforceError.class, error -> assertThat(error.code()).isEqualTo("MALFORMED_ID"));
    }

    @Test
    void numbered_ids_carry_the_prefix_of_their_kind() {
        assertThat(RecordId.numbered("001", 1)).startsWith("001Cf0000000001").hasSize(18);
        assertThat(RecordId.numbered("001", 62)).startsWith("001Cf0000000010");
    }
}
