package io.counterfoil.suite.issuer;

/** No token; with the error code of OAuth 2.0 and the status that goes with it. */
final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    TokenRefused(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }
}
