package io.counterfoil.common.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Why somebody changed something, in the own words: of the body where it has a place for them, else of a header. */
final class Reason {

    private static final List<String> WORDS = List.of("reason", "comment", "note");
    private static final int LONGEST = 1000;

    private Reason() {}

    static String of(Object[] parameters, String header) {
        return Stream.concat(
                        WORDS.stream().flatMap(word -> Arrays.stream(parameters).map(body -> said(body, word))),
                        Stream.of(header == null ? "" : header))
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .findFirst()
                .orElse(null);
    }

    private static String said(Object body, String word) {
        if (body instanceof JsonNode json) {
            return json.path(word).textValue();
        }
        return body instanceof Record told ? saidIn(told, word) : null;
    }

    private static String saidIn(Record told, String word) {
        return Arrays.stream(told.getClass().getRecordComponents())
                .filter(part -> part.getName().equals(word) && part.getType() == String.class)
                .flatMap(part -> Stream.ofNullable(value(part, told)))
                .findFirst()
                .orElse(null);
    }

    private static String value(RecordComponent part, Record told) {
        try {
            part.getAccessor().setAccessible(true);
            return (String) part.getAccessor().invoke(told);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record's part can be read", impossible);
        }
    }
}
