package io.counterfoil.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Who calls what is going away hears of it in every answer, as the contract says. */
class LifeCycleTest {
    private static final String CONTRACT =
            """
            openapi: 3.1.0
            paths:
              /v1/letters/{id}:
                parameters: []
                get:
                  deprecated: true
                  x-deprecated-since: '2026-07-01'
                  x-sunset: '2027-06-30'
                  x-successor: /v2/letters/{id}
                delete:
                  deprecated: true
                  x-deprecated-since: '2026-07-01'
                  x-sunset: '2027-06-30'
                put: {}
              /v1/letters/newest:
                get: {}
            """;

    @Test
    void an_operation_that_goes_says_since_when_until_when_and_where_to() throws IOException {
        assertThat(LifeCycle.of(CONTRACT).headers("GET", "/v1/letters/17"))
                .containsEntry("Deprecation", "@1782864000")
                .containsEntry("Sunset", "Wed, 30 Jun 2027 00:00:00 GMT")
                .containsEntry("Link", "</v2/letters/{id}>; rel=\"successor-version\"")
                .hasSize(3);
    }

    @Test
    void one_without_a_successor_has_no_link() throws IOException {
        assertThat(LifeCycle.of(CONTRACT).headers("DELETE", "/v1/letters/17"))
                .containsOnlyKeys("Deprecation", "Sunset");
    }

    @Test
    void what_stays_says_nothing() throws IOException {
        LifeCycle lifeCycle = LifeCycle.of(CONTRACT);
        assertThat(lifeCycle.headers("PUT", "/v1/letters/17")).isEmpty();
        assertThat(lifeCycle.headers("GET", "/v1/letters/newest")).isEmpty();
        assertThat(lifeCycle.headers("GET", "/v1/letters/17/pages")).isEmpty();
        assertThat(lifeCycle.headers("GET", "/health")).isEmpty();
        assertThat(LifeCycle.of("openapi: 3.1.0").headers("GET", "/v1/letters/17"))
                .isEmpty();
    }
}
