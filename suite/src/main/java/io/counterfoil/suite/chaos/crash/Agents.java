package io.counterfoil.suite.chaos.crash;

import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The agents (Byteman) in the servers of one stack: each listens for rules on a port of its own. */
public final class Agents {
    private static final int ANSWER_MILLIS = 30_000;

    private final Path jar;
    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);

    private Agents(Path jar) {
        this.jar = jar;
    }

    /** For these servers of a stack that starts next; without an agent the others start faster. */
    public static Agents of(Layout layout, Collection<Part> servers) {
        Agents agents = new Agents(jar(layout));
        servers.forEach(server -> agents.ports.put(server, freePort()));
        return agents;
    }

    private static Path jar(Layout layout) {
        Path library = layout.target().resolve("lib");
        try (Stream<Path> files = Files.list(library)) {
            return files.filter(file -> file.getFileName().toString().matches("byteman-\\d.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart(CannotStart.FAILED, "no byteman jar in " + library));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The flags that put an agent into each server; what it weaves in must be visible to every class loader there. */
    public Map<Part, List<String>> flags() {
        Map<Part, List<String>> flags = new EnumMap<>(Part.class);
        ports.forEach((server, port) -> flags.put(
                server,
                List.of(
                        "-javaagent:%s=listener:true,address:localhost,port:%d,boot:%s".formatted(jar, port, jar),
                        "-Dorg.osgi.framework.bootdelegation=org.jboss.byteman.*",
                        "-Dorg.jboss.byteman.allow.config.updates=true")));
        return flags;
    }

    /** From now on the rules hold in this server, until it ends. */
    public void load(Part server, String name, String rules) {
        ask(server, "LOAD\nSCRIPT " + name + "\n" + rules + "\nENDSCRIPT\nENDLOAD\n");
    }

    /** No rule holds any more. */
    public void clear(Part server) {
        ask(server, "DELETEALL\n");
    }

    /** What the agent has woven in, with the errors that it met. */
    public List<String> told(Part server) {
        return ask(server, "LIST\n");
    }

    private List<String> ask(Part server, String request) {
        List<String> lines = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getByName("localhost"), ports.get(server));
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            for (String line = answer.readLine(); line != null && !line.equals("OK"); line = answer.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the agent in " + server.label() + " does not answer: " + e.getMessage(), e);
        }
        if (lines.stream().anyMatch(Agents::isRefusal)) {
            throw new IllegalStateException("the agent in " + server.label() + " refused: " + String.join("\n", lines));
        }
        return lines;
    }

    /** A server that was started again has no rules to take away. */
    private static boolean isRefusal(String line) {
        return (line.startsWith("ERROR") || line.startsWith("EXCEPTION"))
                && !line.contains("No rule scripts to remove");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
