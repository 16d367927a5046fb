package io.counterfoil.suite.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** What came back, with what was asked, so that a surprise explains itself. */
public record Reply(String method, URI uri, int status, HttpHeaders headers, String text) {

    static Reply of(HttpRequest request, HttpResponse<String> answer) {
        return new Reply(request.method(), request.uri(), answer.statusCode(), answer.headers(), answer.body());
    }

    /** This reply if its status is one of these. */
    public Reply expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedReply(this, statuses);
        }
        return this;
    }

    /** This reply if it is a success. */
    public Reply ok() {
        if (status < 200 || status > 299) {
            throw new UnexpectedReply(this);
        }
        return this;
    }

    public JsonNode json() {
        return Json.read(text);
    }

    /** A header's first value, or null. */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}
