package io.counterfoil.suite.stack;

import io.counterfoil.suite.broker.Queues;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The broker with the canonical configuration of the chart, its journal on disk. */
final class BrokerLaunch {
    private static final List<String> MEMORY = List.of("-Xms32m", "-Xmx256m", "-XX:MaxMetaspaceSize=96m");

    private static final List<String> LOAD =
            List.of("-Xms256m", "-Xmx512m", "-XX:MaxMetaspaceSize=96m", "-XX:TieredStopAtLevel=4");

    private BrokerLaunch() {}

    static Launch launch(Layout layout, Access access, Map<String, String> more, Rig rig) {
        Queues queues = access.queues();
        return new Launch(
                Part.BROKER,
                JavaCommand.of(
                        Part.BROKER,
                        ServerLaunch.isForLoad(more) ? LOAD : MEMORY,
                        "io.counterfoil.suite.broker.BrokerProcess"),
                variables(layout, access, rig),
                layout.folder(),
                layout.log(Part.BROKER),
                Duration.ofSeconds(60),
                queues::answer,
                () -> {},
                queues::requireSafe);
    }

    private static Map<String, String> variables(Layout layout, Access access, Rig rig) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "CLASSPATH", JavaCommand.classPath(layout),
                "BROKER_CONFIGURATION",
                        rig.brokerConfiguration()
                                .orElse(layout.root().resolve("helm/suite/files/broker.xml"))
                                .toString(),
                "BROKER_DATA", layout.data(Part.BROKER).toString(),
                "BROKER_HOST", "localhost",
                "BROKER_PORT", String.valueOf(access.ports().of(Endpoint.BROKER)),
                "SECRETS_FILE", access.secrets().file().toString()));
        variables.putAll(rig.variables(Part.BROKER));
        return variables;
    }
}
