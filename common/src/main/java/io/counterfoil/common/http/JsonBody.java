package io.counterfoil.common.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads and writes JSON bodies in the wire format of {@link Json}; says where a request's body is wrong. */
@Provider
@Priority(10)
@ConstrainedTo(RuntimeType.SERVER)
@Consumes({"application/json", "application/problem+json"})
@Produces({"application/json", "application/problem+json"})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        byte[] body = in.readAllBytes();
        if (body.length == 0) {
            throw new Invalid("", "the body is empty");
        }
        try {
            return Json.strict().readValue(body, Json.strict().constructType(generic));
        } catch (UnrecognizedPropertyException unknown) {
            throw new Invalid(pointer(unknown), "is no field of this request");
        } catch (JsonMappingException wrong) {
            throw new Invalid(pointer(wrong), firstLine(wrong));
        } catch (JsonProcessingException malformed) {
            throw new MalformedJson(firstLine(malformed));
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        Json.strict().writeValue(out, value);
    }

    private static boolean isOurs(Class<?> type) {
        return type != String.class
                && type != byte[].class
                && type != RawBody.class
                && !InputStream.class.isAssignableFrom(type);
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
    public static final class MalformedJson extends Refusal {
        MalformedJson(String detail) {
            super(400, TroubleClass.SCHEMA, "The body is no JSON: " + detail, "Send a JSON document.");
        }
    }
}
