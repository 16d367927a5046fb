package io.counterfoil.suite.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.List;
import java.util.Map;

/**
 * One scene from the life of a subscription: what somebody does, and the figures that were worked out by hand.
 *
 * @param title what it shows
 */
record Scene(String title, List<Step> steps) {

    /**
     * One step: the clock moves, a customer pays, or somebody calls an API. Names in angle brackets stand for what an earlier
     * step kept.
     *
     * @param clock the day to which the clock moves
     * @param call verb and path; a GET is repeated until it says what is expected
     * @param status the status that is expected; any success where absent
     * @param keep what of the answer is kept, by name: JSON pointers
     * @param expect what the answer must say, by JSON pointer
     */
    record Step(
            String clock,
            Payment pay,
            String call,
            Endpoint at,
            @JsonProperty("as") String role,
            JsonNode body,
            Integer status,
            Map<String, String> keep,
            Map<String, String> expect) {

        Step {
            at = at == null ? Endpoint.BILLING : at;
            role = role == null ? "finance" : role;
            keep = keep == null ? Map.of() : keep;
            expect = expect == null ? Map.of() : expect;
        }
    }

    /** A customer pays an invoice by its number, at the gateway. */
    record Payment(String invoice, String amount, String currency, String outcome) {}
}
