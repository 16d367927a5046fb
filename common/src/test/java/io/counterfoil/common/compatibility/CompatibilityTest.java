package io.counterfoil.common.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fits the last release passes; each way to break a promise fails and says which, where and for whom. */
class CompatibilityTest {
    private static final String API = "openapi.yaml";
    private static final String EVENT = "events/letter-sent.v1.schema.json";

    @TempDir
    private Path folder;

    private LetterContracts contracts;

    @BeforeEach
    void a_release() throws IOException {
        contracts = LetterContracts.in(folder).released("1.0.0");
    }

    @Test
    void what_did_not_change_passes() {
        assertThat(contracts.breaks()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            openapi.yaml | letterId: {type: string, format: uuid} | letterId: {type: string, format: uuid}\\n            colour: {type: string}
            openapi.yaml | x-roles: [operator]                    | x-roles: [auditor, operator]
            openapi.yaml | - {name: limit,                        | - {name: after, in: query, schema: {type: string}}\\n        - {name: limit,
            openapi.yaml | maximum: 100                           | maximum: 500
            openapi.yaml | enum: [WRITTEN, SENT]}}                | enum: [WRITTEN, SENT, LOST]}}
            openapi.yaml | maxLength: 1000                        | maxLength: 1000, description: What it says
            openapi.yaml | weight: {type: integer, minimum: 1}    | weight: {type: integer, minimum: 1, maximum: 9}
            openapi.yaml | enum: [GLAD, SAD]                      | enum: [GLAD, SAD, TORN]
            openapi.yaml | /v1/letters/{id}:                      | /v1/letters/{letterId}:
            openapi.yaml | '404':                                 | '409': {description: Conflict}\\n        '404':
            events/letter-sent.v1.schema.json | "sentAt": {       | "sentBy": {"type": "string"}, "sentAt": {
            events/letter-sent.v1.schema.json | ["string", "null"]| "string"
            events/letter-sent.v1.schema.json | ["number"]        | ["number", "size"]
            events/letter-sent.v1.schema.json | ["A4", "A5"]      | ["A4"]
            asyncapi.yaml | info:                                 | defaultContentType: application/json\\ninfo:
            """)
    void a_compatible_change_passes(String file, String was, String is) throws IOException {
        contracts.change(file, was, is.replace("\\n", "\n"));
        assertThat(contracts.breaks()).isEmpty();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            openapi.yaml | /v1/letters:                           | /v1/mails:                | GET /v1/letters: the operation is gone
            openapi.yaml | post:                                  | put:                      | POST /v1/letters: the operation is gone
            openapi.yaml | '404':                                 | '410':                    | GET /v1/letters, answer 404: the status is no longer answered
            openapi.yaml | '201':                                 | '202':                    | POST /v1/letters, answer 202: an answer of success that no caller knows
            openapi.yaml | Link:                                  | Next:                     | GET /v1/letters, answer 200 Link: the header is gone
            openapi.yaml | application/problem+json:              | text/plain:               | GET /v1/letters, answer 404: the media type is gone (application/problem+json)
            openapi.yaml | x-roles: [operator, support]           | x-roles: [operator]       | GET /v1/letters: the role may no longer call (support)
            openapi.yaml | name: limit                            | name: size                | GET /v1/letters, query limit: the parameter is gone
            openapi.yaml | {name: limit,                          | {name: limit, required: true, | GET /v1/letters, query limit: the parameter is required now
            openapi.yaml | maximum: 100                           | maximum: 50               | GET /v1/letters, query limit: the limit changed (maximum was 100, is 50)
            openapi.yaml | enum: [WRITTEN, SENT]}}                | enum: [SENT]}}            | GET /v1/letters, query state: the value is no longer taken ("WRITTEN")
            openapi.yaml | schema: {type: string, enum            | schema: {type: boolean, enum | GET /v1/letters, query state: the type changed (was string, is boolean)
            openapi.yaml | requestBody:                           | x-body:                   | POST /v1/letters, body: the body is gone
            openapi.yaml | required: false                        | required: true            | POST /v1/letters, body: the body is required now
            openapi.yaml | required: [text]                       | required: [text, marks]   | POST /v1/letters, body marks: the field is required now
            openapi.yaml | maxLength: 1000                        | maxLength: 10             | POST /v1/letters, body text: the limit changed (maxLength was 1000, is 10)
            openapi.yaml | additionalProperties: {type: string}   | additionalProperties: false | POST /v1/letters, body marks: further fields are refused now
            openapi.yaml | additionalProperties: {type: string}   | additionalProperties: {type: integer} | POST /v1/letters, body marks.*: the type changed
            openapi.yaml | , {$ref: '#/components/schemas/Ink'}   | ``                        | POST /v1/letters, body stamps[].kind: the value is no longer taken ("INK")
            openapi.yaml | [{$ref: '#/components/schemas/Paper'}  | [{type: string}, {$ref: '#/components/schemas/Paper'} | GET /v1/letters, answer 200 items[].stamps[]: one of the alternatives does not fit
            openapi.yaml | weight: {type: integer, minimum: 1}    | grams: {type: integer}    | GET /v1/letters, answer 200 items[].weight: the field is gone
            openapi.yaml | required: [letterId, weight]           | required: [letterId]      | GET /v1/letters, answer 200 items[].weight: the field may be missing now
            openapi.yaml | weight: {type: integer, minimum: 1}    | weight: {type: number}    | GET /v1/letters, answer 200 items[].weight: the type changed (was integer, is number)
            openapi.yaml | weight: {type: integer, minimum: 1}    | weight: {type: integer}   | GET /v1/letters, answer 200 items[].weight: the limit changed (minimum was 1, is none)
            openapi.yaml | format: uuid                           | format: uri               | GET /v1/letters, answer 200 items[].letterId: the format changed (was uuid, is uri)
            openapi.yaml | state: {type: string, enum: [WRITTEN, SENT]} | state: {type: string, enum: [WRITTEN, SENT, LOST]} | GET /v1/letters, answer 200 items[].state: a value that no reader knows ("LOST")
            events/letter-sent.v1.schema.json | "sentAt": {       | "postedAt": {             | io.counterfoil.letter.letter.sent.v1, sentAt: the field is gone
            events/letter-sent.v1.schema.json | "sentAt", "pages" | "pages"                   | io.counterfoil.letter.letter.sent.v1, sentAt: the field may be missing now
            events/letter-sent.v1.schema.json | date-time         | date                      | io.counterfoil.letter.letter.sent.v1, sentAt: the format changed (was date-time, is date)
            events/letter-sent.v1.schema.json | ["string", "null"]| "integer"                 | io.counterfoil.letter.letter.sent.v1, weight: the type changed (was null or string, is integer)
            events/letter-sent.v1.schema.json | ^[0-9]+$          | ^[0-9a-f]+$               | io.counterfoil.letter.letter.sent.v1, weight: the limit changed (pattern
            events/letter-sent.v1.schema.json | "number": {"type": "integer"} | "number": {"type": "string"} | io.counterfoil.letter.letter.sent.v1, pages[].number: the type changed
            events/letter-sent.v1.schema.json | ["A4", "A5"]      | ["A4", "A5", "A6"]        | io.counterfoil.letter.letter.sent.v1, pages[].size: a value that no reader knows ("A6")
            events/letter-sent.v1.schema.json | "minItems": 1     | "minItems": 0             | io.counterfoil.letter.letter.sent.v1, pages: the limit changed
            events/letter-sent.v1.schema.json | "minItems": 1     | "minItems": 1, "contains": {"type": "object"} | io.counterfoil.letter.letter.sent.v1, pages: a rule changed that can't be compared (contains)
            asyncapi.yaml | address: letter.events                | address: post.events      | io.counterfoil.letter.letter.sent.v1: it is sent to another address (was letter.events, is post.events)
            asyncapi.yaml | letter.sent.v1                        | letter.sent.v2            | io.counterfoil.letter.letter.sent.v1: asyncapi.yaml no longer sends it
            asyncapi.yaml | action: send                          | action: receive           | io.counterfoil.letter.letter.sent.v1: asyncapi.yaml no longer sends it
            """)
    void each_kind_of_break_is_named(String file, String was, String is, String found) throws IOException {
        contracts.change(file, was, is == null ? "" : is);
        assertThat(contracts.breaks()).anyMatch(line -> line.startsWith("since 1.0.0: " + found));
    }

    @Test
    void a_schema_that_is_removed_is_an_event_that_is_gone() throws IOException {
        contracts.change("asyncapi.yaml", "action: send", "action: receive").remove(EVENT);
        assertThat(contracts.breaks())
                .singleElement()
                .asString()
                .contains("io.counterfoil.letter.letter.sent.v1: the event is gone");
    }

    @Test
    void services_that_would_notice_are_named() throws IOException {
        contracts.change(EVENT, "\"sentAt\": {", "\"postedAt\": {").change(API, "Link:", "Next:");
        contracts.change(API, "required: [text]", "required: [text, marks]");
        assertThat(contracts.breaks())
                .anyMatch(line -> line.contains("sentAt") && line.endsWith("would be noticed by reader-feed"))
                .anyMatch(line -> line.contains("Link") && line.endsWith("would be noticed by reader-feed"))
                .anyMatch(line -> line.contains("POST") && line.endsWith("but by callers outside"));
    }

    @Test
    void who_takes_everything_that_is_sent_would_notice_too() throws IOException {
        Path reader = folder.resolve("reader-feed/contracts/asyncapi.yaml");
        Files.writeString(reader, Files.readString(reader).replaceAll("name: .*", "title: any letter"));
        contracts.change(EVENT, "\"sentAt\": {", "\"postedAt\": {");
        assertThat(contracts.breaks())
                .anyMatch(line -> line.contains("sentAt") && line.endsWith("would be noticed by reader-feed"));
    }

    @Test
    void an_operation_may_go_when_its_sunset_has_passed() throws IOException {
        contracts.change(API, "    delete:", "    x-delete:");
        assertThat(contracts.breaks()).isEmpty();
    }

    @Test
    void an_old_major_may_go_when_nobody_receives_it() throws IOException {
        contracts.change("asyncapi.yaml", "letter.sent.v1", "letter.sent.v2");
        Path reader = folder.resolve("reader-feed/contracts/asyncapi.yaml");
        Files.writeString(reader, Files.readString(reader).replace("letter.sent.v1", "letter.sent.v2"));
        assertThat(contracts.breaks()).isEmpty();
    }
}
