package io.counterfoil.billing.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTest {

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "{entity}-{year}-{number:6}, US01-2026-000042",
        "{series}/{entity}/{year}/{number}, INV/US01/2026/42",
        "{year}.{entity}.{number:2}, 2026.US01.42"
    })
    void a_number_looks_as_the_pattern_says(String pattern, String number) {
        assertThat(NumberPattern.isValid(pattern)).isTrue();
        assertThat(new NumberPattern(pattern).format("US01", "INV", 2026, 42)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{entity}-{number}",
                "{year}-{number}",
                "{entity}-{year}",
                "{entity} {year} {number}",
                "{entity}{year}{number}$1",
                "{entity:3}{year}{number}"
            })
    void a_pattern_without_entity_year_or_number_or_with_other_signs_is_none(String pattern) {
        assertThat(NumberPattern.isValid(pattern)).isFalse();
    }

    @Test
    void a_number_that_outgrows_its_width_is_not_cut_off() {
        assertThat(NumberPattern.USUAL.format("US01", "INV", 2026, 1_234_567)).isEqualTo("US01-2026-1234567");
    }

    @ParameterizedTest(name = "{0} with a year from month {1} is of {2}")
    @CsvSource({
        "2026-01-01, 1, 2026",
        "2026-12-31, 1, 2026",
        "2026-03-31, 4, 2026",
        "2026-04-01, 4, 2027",
        "2026-12-31, 12, 2027"
    })
    void a_fiscal_year_has_the_number_of_the_year_in_which_it_ends(LocalDate day, int month, int year) {
        NumberSeries series = new NumberSeries("US01", "INV", "380", NumberPattern.USUAL, month, 1);
        assertThat(series.fiscalYearOf(day)).isEqualTo(year);
    }
}
