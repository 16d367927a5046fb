package io.counterfoil.order.customer;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Lets every answer through as it is: what a status means is decided by who asked. */
public class AnyStatus implements ResponseExceptionMapper<RuntimeException> {

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return false;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        return null;
    }
}
