package io.counterfoil.common.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to an address that was checked before, which the usual clients can't promise: they look the name up again. The
 * certificate is checked for the name. Of the answer only the status is read, and no redirect is followed. All of it, from the
 * connection to the status, has one deadline.
 */
final class PinnedPost {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_SECONDS = 15;
    private static final int LONGEST_STATUS_LINE = 200;

    private PinnedPost() {}

    static int to(URI url, InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
        Socket plain = new Socket();
        CompletableFuture<Void> answered = new CompletableFuture<Void>().orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS);
        answered.whenComplete((done, tooLate) -> close(plain)); // whatever it is doing then: it fails at once
        try (plain;
                Socket socket = connected(plain, url, address)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(url, headers, body.length).getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            return status(socket.getInputStream());
        } finally {
            answered.complete(null);
        }
    }

    private static void close(Socket plain) {
        try {
            plain.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket connected(Socket plain, URI url, InetAddress address) throws IOException {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        plain.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
        plain.setSoTimeout(CONNECT_MILLIS);
        return secure ? secured(plain, url.getHost(), port) : plain;
    }

    private static SSLSocket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI url, Map<String, String> headers, int length) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder("POST ")
                .append(path)
                .append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getRawAuthority())
                .append("\r\nConnection: close\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static int status(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > LONGEST_STATUS_LINE) {
                throw new IOException("the answer is no HTTP");
            }
        }
        String[] words = line.toString(StandardCharsets.US_ASCII).trim().split(" ");
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException("the answer is no HTTP");
        }
        return Integer.parseInt(words[1]);
    }
}
