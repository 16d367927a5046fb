package io.counterfoil.common.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No trace shows what somebody wrote into a query string. */
class QueryNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state=OPEN&limit=50 | state=-&limit=-",
                "cursor=4242424242424242 | cursor=-",
                "4242424242424242 | -",
                "4242424242424242=x&tax_id=95-1234567 | -&tax_id=-",
                "sk_live_abc123=1 | -",
                "token | -",
                "a=b=c&&=d | a=-&-&-",
                "legalName=%41cme | legalName=-",
            })
    void names_stay_and_values_go(String query, String shown) {
        assertThat(QueryNames.of(query)).isEqualTo(shown);
    }

    @Test
    void of_very_many_parameters_the_first_are_named() {
        assertThat(QueryNames.of("a=1&".repeat(1_000)).split("&")).hasSize(20).containsOnly("a=-");
    }
}
