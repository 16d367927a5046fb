package io.counterfoil.common.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.counterfoil.common.trouble.TroubleClass;

/** Says of JSON that can't be read where it is wrong: a field by its pointer, or the whole. */
final class BadJson {

    private BadJson() {}

    static Refusal of(JsonProcessingException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return new Invalid(pointer(unknown), "is no field of this request");
        }
        return wrong instanceof JsonMappingException mapping
                ? new Invalid(pointer(mapping), firstLine(mapping))
                : new MalformedJson(firstLine(wrong));
    }

    private static String pointer(JsonMappingException wrong) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            pointer.append('/')
                    .append(step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName());
        }
        return pointer.toString();
    }

    private static String firstLine(JsonProcessingException wrong) {
        String message = wrong.getOriginalMessage();
        return message == null
                ? "can't be read"
                : message.lines()
                        .findFirst()
                        .orElse("can't be read")
                        .replaceAll("`?io\\.counterfoil\\.[\\w.$]*\\.", "");
    }

    /** A body that is no JSON at all. */
    static final class MalformedJson extends Refusal {
        MalformedJson(String detail) {
            super(400, TroubleClass.SCHEMA, "The body is no JSON: " + detail, "Send a JSON document.");
        }
    }
}
