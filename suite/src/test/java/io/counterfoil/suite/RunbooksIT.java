package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What runbooks tell to look at can be looked at, and the invariants in which they end hold here. */
class RunbooksIT {
    private final Counterfoil counterfoil = Counterfoil.running();

    @Test
    void every_harmless_command_of_every_runbook_works() {
        Set<String> tried = new TreeSet<>();
        Observability.runbooks().stream()
                .flatMap(runbook -> RunbookCommand.in(Observability.text(runbook)).stream())
                .filter(RunbookCommand::isHarmless)
                .filter(command -> tried.add(command.toString()))
                .forEach(this::trial);
        assertThat(tried).hasSizeGreaterThan(20);
        counterfoil.books().balance();
    }

    private void trial(RunbookCommand command) {
        Api caller = command.role() == null
                ? counterfoil.stack().anonymous(command.server().endpoint())
                : counterfoil.stack().client(command.server().endpoint(), command.role());
        Reply reply = command.method().equals("POST")
                ? caller.post(command.path(), command.body())
                : caller.get(command.path());
        assertThat(reply.status()).as("%s: %s", command, reply.text()).isBetween(200, 299);
    }
}
