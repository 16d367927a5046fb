package io.counterfoil.warehouse.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuspensionTest {

    @Test
    void an_account_is_suspended_since_its_last_way_into_that_state() throws JsonProcessingException {
        assertThat(Suspension.of(versions("4 SUSPENDED", "3 SUSPENDED", "2 ACTIVE", "1 SUSPENDED"))
                        .path("since")
                        .asText())
                .isEqualTo("3");
    }

    @Test
    void one_that_was_reinstated_is_not_suspended() throws JsonProcessingException {
        JsonNode told = Suspension.of(versions("2 ACTIVE", "1 SUSPENDED"));
        assertThat(told.path("suspended").asBoolean(true)).isFalse();
        assertThat(told.has("since")).isFalse();
    }

    private static JsonNode versions(String... newestFirst) throws JsonProcessingException {
        return Json.lenient()
                .readTree(Arrays.stream(newestFirst)
                        .map(one -> one.split(" "))
                        .map(one -> "{\"changedAt\":\"%s\",\"source\":\"api\",\"goldenRecord\":{\"state\":\"%s\"}}"
                                .formatted(one[0], one[1]))
                        .collect(Collectors.joining(",", "[", "]")));
    }
}
