package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.clock.BusinessTime;
import io.counterfoil.suite.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The last of all system tests: every status of every operation in the contracts was answered by the running servers, to
 * some test or to the walk that begins here, but for the few that {@code never-walked.txt} names with a reason.
 */
@Order(Integer.MAX_VALUE)
class ContractsWalkedIT {
    private static final Path REPORT = Path.of("target", "never-walked");

    /** Some answers are seen only where the fuzzer's luck leads; they are reported always, and asked for with this switch. */
    private static final boolean STRICT = Boolean.getBoolean("counterfoil.walk.strict");

    private final Counterfoil counterfoil = Counterfoil.running();

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    @EnabledIf("allSystemTestsRan")
    void what_a_contract_promises_was_seen(Part server) throws IOException {
        Contract.guarded(server).forEach(operation -> refuseInEveryWay(server, operation));
        ReferenceAgain references = new ReferenceAgain(counterfoil, server);
        references.readOneOfEachList();
        references.publishAgain();
        BusinessTime time = counterfoil.stack().time();
        time.moveTo(time.now().plusSeconds(60)); // further than a slow machine needs to get there
        List<String> missing = Walked.missing(server).stream()
                .filter(step -> !NeverWalked.isExcused(step))
                .toList();
        Files.createDirectories(REPORT);
        Files.write(REPORT.resolve(server.label() + ".txt"), missing);
        List<String> blocking = STRICT
                ? missing
                : missing.stream().filter(ContractsWalkedIT::isOfEveryBuild).toList();
        assertThat(blocking)
                .as(
                        "statuses of %s/contracts/openapi.yaml that no system test has seen: call them in a test of "
                                + "the suite, take them out of the contract if they can't be, or say why in %s",
                        server.label(), NeverWalked.FILE)
                .isEmpty();
    }

    /** Who has no token or none of the roles is refused at every operation, in every build. */
    private static boolean isOfEveryBuild(String step) {
        return step.endsWith(" 401") || step.endsWith(" 403");
    }

    /** A few tests alone can't have walked everywhere. */
    static boolean allSystemTestsRan() {
        return System.getProperty("it.test", "").isEmpty();
    }

    /** The refusals that every operation shares. */
    private void refuseInEveryWay(Part server, Contract.Operation operation) {
        Api caller = counterfoil.stack().client(server.endpoint(), operation.anyRole());
        Object body = operation.takesBody() ? Map.of() : null;
        for (String id : List.of(Contract.ANY_ID, "no-such-thing", "%20")) {
            send(caller, operation, id, body);
            send(caller.with("Idempotency-Key", java.util.UUID.randomUUID().toString()), operation, id, body);
            send(caller.with("If-Match", "\"999\""), operation, id, body);
        }
        if (operation.takesBody()) {
            send(caller, operation, Contract.ANY_ID, "{");
            send(caller, operation, Contract.ANY_ID, "{\"noSuchField\":1}");
            send(caller, operation, Contract.ANY_ID, "x".repeat(1_100_000));
            send(caller.with("Content-Type", "text/plain"), operation, Contract.ANY_ID, "text");
        }
        if (operation.method().equals("GET")) {
            for (String question : List.of("?limit=0", "?limit=many", "?cursor=%25", "?noSuchParameter=1")) {
                caller.get(operation.path(Contract.ANY_ID) + question);
            }
        }
    }

    private static void send(Api caller, Contract.Operation operation, String id, Object body) {
        if (!operation.template().endsWith("/clock")) {
            caller.send(operation.method(), operation.path(id), body);
        }
    }
}
