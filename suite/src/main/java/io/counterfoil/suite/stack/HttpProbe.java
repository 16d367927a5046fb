package io.counterfoil.suite.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.function.IntPredicate;

/** One short question to an end point that may not be there yet. */
final class HttpProbe {
    private static final int MILLIS = 2_000;

    private HttpProbe() {}

    static boolean ok(URI uri) {
        return answers(uri, status -> status == 200);
    }

    /** Somebody listens and speaks HTTP, whatever the answer. */
    static boolean listens(URI uri) {
        return answers(uri, status -> status > 0);
    }

    private static boolean answers(URI uri, IntPredicate wanted) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            try {
                return wanted.test(connection.getResponseCode());
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
