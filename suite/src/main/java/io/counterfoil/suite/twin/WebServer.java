package io.counterfoil.suite.twin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JDK's own HTTP server with routes: {@code GET /things/{id}}. The first route that fits answers. */
public final class WebServer implements AutoCloseable {

    /** Answers one request. */
    public interface Door {
        Answer answer(Call call);
    }

    private record Route(String method, Pattern path, List<String> names, Door door) {}

    private static final Logger LOG = Logger.getLogger(WebServer.class.getName());
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(WebServer::thread);
    private final List<Route> routes = new CopyOnWriteArrayList<>();

    private WebServer(HttpServer server) {
        this.server = server;
    }

    /** A server that listens on the loopback address; port 0 takes any free one. */
    public static WebServer listen(int port) {
        // Without it each small answer on a kept connection waits 40 ms for the other side's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            WebServer web = new WebServer(HttpServer.create(address, 0));
            web.server.setExecutor(web.threads);
            web.server.createContext("/", web::serve);
            web.server.start();
            return web;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " can't be listened on: " + e.getMessage(), e);
        }
    }

    /** Adds a route. */
    public WebServer route(String method, String template, Door door) {
        List<String> names =
                NAME.matcher(template).results().map(found -> found.group(1)).toList();
        String expression = NAME.matcher(template).replaceAll("([^/]+)");
        routes.add(new Route(method, Pattern.compile(expression), names, door));
        return this;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = answerTo(exchange, body);
        try (exchange) {
            if (answer.isHangUp()) {
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Answer answerTo(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getRawPath();
        try {
            for (Route route : routes) {
                Matcher fit = route.path().matcher(path);
                if (route.method().equals(exchange.getRequestMethod()) && fit.matches()) {
                    return route.door().answer(call(exchange, route, fit, body));
                }
            }
            return Answer.json(404, List.of(Map.of("errorCode", "NOT_FOUND", "message", "No such page: " + path)));
        } catch (Rejection rejected) {
            return rejected.answer();
        } catch (UncheckedIOException unreadable) {
            return Answer.text(400, String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "A twin failed on " + path, broken);
            return Answer.text(500, String.valueOf(broken.getMessage()));
        }
    }

    private static Call call(HttpExchange exchange, Route route, Matcher fit, byte[] body) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < route.names().size(); i++) {
            parts.put(route.names().get(i), URLDecoder.decode(fit.group(i + 1), StandardCharsets.UTF_8));
        }
        return new Call(
                exchange.getRequestMethod(), exchange.getRequestURI(), parts, exchange.getRequestHeaders(), body);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "twin");
        thread.setDaemon(true);
        return thread;
    }
}
