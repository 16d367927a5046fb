package io.counterfoil.common.http;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Violated constraints as a {@link Problem}: named for their own type, else the platform would answer them in plain text. */
@Provider
public class Violations implements ExceptionMapper<ValidationException> {

    @Override
    public Response toResponse(ValidationException violations) {
        return new Problems().toResponse(violations);
    }
}
