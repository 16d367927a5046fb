package io.counterfoil.customer.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxRegistrationTest {

    @ParameterizedTest
    @CsvSource({
        "DE, DE123456789, 123456789",
        "DE, DE 123.456.789, de123456789",
        "US, 12-3456789, 123456789",
        "US, US12-3456789, 12 345 6789",
        "GR, EL123456789, 123456789",
        "FR, FR XX 999999999, XX999999999",
        "JP, T1234567890123, t 1234-5678-90123",
    })
    void numbers_of_one_country_are_the_same_however_they_are_written(String country, String one, String other) {
        assertThat(tax("VAT", country, one).isSameNumberAs(tax("OTHER", country, other)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DE, 123456789, DE, 123456780", "DE, 123456789, AT, 123456789", "GR, GR123456789, GR, EL123456789"})
    void another_number_or_another_country_is_another_registration(String c1, String one, String c2, String other) {
        assertThat(tax("VAT", c1, one).isSameNumberAs(tax("VAT", c2, other))).isFalse();
    }

    @Test
    void a_number_that_only_consists_of_its_prefix_keeps_it() {
        assertThat(tax("VAT", "DE", "DE").key().value()).isEqualTo("DE");
    }

    @Test
    void two_numbers_of_one_kind_in_one_country_contradict_each_other() {
        assertThat(tax("VAT", "DE", "1").contradicts(tax("VAT", "DE", "2"))).isTrue();
        assertThat(tax("VAT", "DE", "1").contradicts(tax("VAT", "DE", "1."))).isFalse();
        assertThat(tax("VAT", "DE", "1").contradicts(tax("STNR", "DE", "2"))).isFalse();
        assertThat(tax("VAT", "DE", "1").contradicts(tax("VAT", "AT", "2"))).isFalse();
    }

    @Test
    void nothing_but_punctuation_is_no_number() {
        assertThat(tax("VAT", "DE", " .-/ ").hasNumber()).isFalse();
    }

    private static TaxRegistration tax(String scheme, String country, String id) {
        return new TaxRegistration(scheme, country, id);
    }
}
