package io.counterfoil.suite.stack;

import io.counterfoil.suite.client.Api;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A second one of each server of a stack; the others call the first, events and work are shared by both. */
public final class Replicas implements AutoCloseable {
    private static final String SUFFIX = "-second";
    private static final int BESIDE = 500;

    private final Access access;
    private final Crew crew;
    private final Map<Part, Launch> launches = new EnumMap<>(Part.class);

    private Replicas(Access access, Crew crew) {
        this.access = access;
        this.crew = crew;
    }

    static Replicas beside(StackOptions first, Access access, ClassArchive archive, Progress progress) {
        Layout layout = new Layout(first.layout().root(), first.layout().run() + SUFFIX);
        Ports ports = first.ports();
        for (Part server : Part.servers()) {
            ports = ports.with(server.endpoint(), ports.of(server.endpoint()) + BESIDE);
        }
        Access second = new Access(ports, access.secrets());
        Replicas replicas = new Replicas(second, new Crew(layout, RunState.begin(layout, ports), progress));
        ServerLaunch launch = new ServerLaunch(layout, second, archive, first.environment(), calling(first));
        Part.servers().forEach(server -> replicas.launches.put(server, launch.launch(server)));
        replicas.crew.start(Part.servers().stream().map(replicas.launches::get).toList());
        return replicas;
    }

    /** A second server calls the first ones of the others, and goes by the same ways as its first. */
    private static Rig calling(StackOptions first) {
        Map<Part, Map<Endpoint, Integer>> detours = new EnumMap<>(Part.class);
        for (Part server : Part.servers()) {
            Map<Endpoint, Integer> ways = new EnumMap<>(Endpoint.class);
            Part.servers()
                    .forEach(other -> ways.put(other.endpoint(), first.ports().of(other.endpoint())));
            ways.putAll(first.rig().detours().getOrDefault(server, Map.of()));
            detours.put(server, ways);
        }
        return Rig.NONE.withDetours(detours);
    }

    /** {@code kill -9} of the second one. */
    public void kill(Part server) {
        crew.kill(server);
    }

    /** Starts the second one again. */
    public void start(Part server) {
        crew.start(List.of(launches.get(server)));
    }

    public Api client(Endpoint endpoint, String role) {
        return access.client(endpoint, role);
    }

    @Override
    public void close() {
        crew.stopAll();
    }
}
