package io.counterfoil.suite;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Takes what the servers export by OTLP over HTTP and keeps the latest spans. */
final class SpanReceiver implements AutoCloseable {
    private static final int KEPT = 200_000;

    private final ConcurrentLinkedDeque<Seen> spans = new ConcurrentLinkedDeque<>();
    private final Set<String> leaks = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;
    private volatile Set<String> words = Set.of();

    /** One span: ids in lower-case hex, the parent empty for a root. */
    record Seen(
            String service,
            String traceId,
            String spanId,
            String parentId,
            String name,
            Span.SpanKind kind,
            Map<String, String> attributes,
            Set<String> linkedSpans) {}

    private SpanReceiver(HttpServer server) {
        this.server = server;
    }

    static SpanReceiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            SpanReceiver receiver = new SpanReceiver(server);
            server.setExecutor(receiver.threads);
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<Seen> ofTrace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    /** From now on looks for these words in all that spans say. */
    void watchFor(Set<String> forbidden) {
        words = Set.copyOf(forbidden);
        leaks.clear();
    }

    /** Which spans said which of the words. */
    Set<String> leaks() {
        return Set.copyOf(leaks);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = body(exchange);
            if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
                ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(of -> of.getScopeSpansList()
                        .forEach(scope -> scope.getSpansList().forEach(span -> keep(service(of.getResource()), span))));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            return in.readAllBytes();
        }
    }

    private void keep(String service, Span span) {
        String said = words.isEmpty() ? "" : span.toString();
        words.stream()
                .filter(said::contains)
                .forEach(word -> leaks.add(service + " tells '" + word + "' in " + span.getName()));
        spans.add(new Seen(
                service,
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getName(),
                span.getKind(),
                span.getAttributesList().stream()
                        .collect(Collectors.toMap(
                                KeyValue::getKey, one -> one.getValue().getStringValue(), (one, again) -> again)),
                span.getLinksList().stream().map(link -> hex(link.getSpanId())).collect(Collectors.toSet())));
        if (spans.size() > KEPT) {
            spans.poll();
        }
    }

    private static String service(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
