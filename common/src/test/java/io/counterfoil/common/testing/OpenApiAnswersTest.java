package io.counterfoil.common.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiAnswersTest {
    private static final String JSON = "application/json";
    private static final String LETTER =
            "{\"letterId\":\"0190a1b2-0009-7000-8000-000000000001\",\"letterNumber\":\"L-1\"%s}";

    private final OpenApiAnswers answers =
            OpenApiAnswers.of(Path.of("src/test/resources/samples/good/contracts/openapi.yaml"));

    @Test
    void an_answer_as_documented_is_right() {
        assertThat(complaints(
                        200,
                        JSON + "; charset=UTF-8",
                        LETTER.formatted(",\"stamps\":[{\"colour\":\"red\",\"value\":1}]")))
                .isEmpty();
        assertThat(complaints(204, null, "")).isEmpty();
    }

    @Test
    void an_operation_status_or_content_type_that_is_not_documented_is_named() {
        assertThat(answers.complaints("DELETE", "/v1/letters/1", 200, JSON, "{}"))
                .containsExactly("the document has no operation DELETE /v1/letters/1");
        assertThat(complaints(418, JSON, "{}"))
                .containsExactly("status 418 is not documented for GET /v1/letters/{id}");
        assertThat(complaints(404, JSON, "{}"))
                .containsExactly("content type application/json is not documented for 404 of GET /v1/letters/{id}");
    }

    @Test
    void a_body_that_breaks_its_schema_is_named_by_place() {
        assertThat(complaints(200, JSON, "{\"letterId\":\"no uuid\"}"))
                .anyMatch(what -> what.contains("/letterId"))
                .anyMatch(what -> what.contains("letterNumber"));
        assertThat(complaints(200, JSON, LETTER.formatted(",\"stamps\":[{\"colour\":\"red\"}]")))
                .anyMatch(what -> what.contains("/stamps/0"));
        assertThat(complaints(200, JSON, "<html>")).anyMatch(what -> what.contains("no JSON"));
        assertThat(complaints(204, JSON, "{}")).containsExactly("a body, where the document has none");
    }

    @Test
    void a_property_that_no_schema_names_is_a_complaint() {
        assertThat(complaints(200, JSON, LETTER.formatted(",\"secret\":1"))).anyMatch(what -> what.contains("secret"));
        assertThat(complaints(200, JSON, LETTER.formatted(",\"stamps\":[{\"value\":1,\"glue\":2}]")))
                .anyMatch(what -> what.contains("glue"));
    }

    @Test
    void the_failure_shows_the_answer() {
        assertThatThrownBy(() -> answers.check("GET", "/v1/letters/1?x=y", 418, JSON, "{\"tea\":1}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/letters/1?x=y answered 418")
                .hasMessageContaining("{\"tea\":1}");
    }

    private List<String> complaints(int status, String contentType, String body) {
        return answers.complaints("GET", "/v1/letters/1", status, contentType, body);
    }
}
