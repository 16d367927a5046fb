package io.counterfoil.suite.chaos;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** On what a run was made. */
public final class Versions {
    private Versions() {}

    public static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", System.getProperty("java.runtime.version"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        versions.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        versions.put("counterfoil", version(Versions.class));
        versions.put("artemis", version(ClientSession.class));
        versions.put("postgresql driver", version(org.postgresql.Driver.class));
        return versions;
    }

    private static String version(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "of the checkout" : version;
    }
}
