package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.compatibility.Messages;
import io.counterfoil.common.compatibility.RestCalls;
import io.counterfoil.suite.stack.Part;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the catalogue knows of a service is what its contracts and its code say. */
class CatalogueTest {

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void a_service_has_an_owner_and_says_how_much_it_matters(Part server) {
        Catalogue catalogue = Catalogue.of(server);
        JsonNode component = catalogue.component();
        assertThat(component.at("/metadata/name").asText()).isEqualTo(server.label());
        assertThat(component.at("/metadata/description").asText()).isNotBlank();
        String owner = component.at("/spec/owner").asText();
        assertThat(owner).isNotBlank();
        assertThat(catalogue.entities())
                .allMatch(entity -> entity.at("/spec/owner").asText().equals(owner));
        assertThat(catalogue.annotation("criticality")).isIn("mission-critical", "business-critical");
        assertThat(catalogue.annotation("latency-class")).isIn("interactive", "batch", "analytical");
        assertThat(Duration.parse(catalogue.annotation("recovery-time-objective")))
                .isPositive();
        assertThat(Duration.parse(catalogue.annotation("recovery-point-objective")))
                .as("what was answered 2xx is on disk")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void its_apis_are_the_contracts_in_its_folder(Part server) {
        Catalogue catalogue = Catalogue.of(server);
        assertThat(catalogue.definition("openapi"))
                .isEqualTo(Contract.file(server))
                .isRegularFile();
        assertThat(catalogue.definition("asyncapi"))
                .isEqualTo(Contract.file(server).resolveSibling("asyncapi.yaml"))
                .isRegularFile();
        assertThat(Catalogue.texts(catalogue.component().at("/spec/providesApis")))
                .containsExactlyInAnyOrder(
                        catalogue.api("openapi").at("/metadata/name").asText(),
                        catalogue.api("asyncapi").at("/metadata/name").asText());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void its_events_are_those_of_its_asyncapi(Part server) {
        Catalogue catalogue = Catalogue.of(server);
        var contracts = Contract.file(server).getParent();
        assertThat(Catalogue.texts(catalogue.api("asyncapi").at("/spec/sends")))
                .as("sends, in %s/catalog-info.yaml, against contracts/asyncapi.yaml", server.label())
                .isEqualTo(Messages.sentBy(contracts));
        assertThat(Catalogue.texts(catalogue.api("asyncapi").at("/spec/receives")))
                .as("receives, in %s/catalog-info.yaml, against contracts/asyncapi.yaml", server.label())
                .isEqualTo(Messages.receivedBy(contracts));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void it_consumes_what_its_clients_call_and_what_it_receives(Part server) {
        Catalogue catalogue = Catalogue.of(server);
        Set<String> used = new TreeSet<>();
        Set<String> received = Messages.receivedBy(Contract.file(server).getParent());
        for (Part other : Part.servers()) {
            if (!RestCalls.of(catalogue.folder(), other.label()).isEmpty()) {
                used.add(other.label() + "-rest");
            }
            if (received.stream().anyMatch(type -> producer(type).equals(context(other)))) {
                used.add(other.label() + "-events");
            }
        }
        assertThat(Catalogue.texts(catalogue.component().at("/spec/consumesApis")))
                .as("consumesApis, in %s/catalog-info.yaml", server.label())
                .isEqualTo(used);
    }

    /** The context of {@code io.counterfoil.billing.invoice.issued.v1} or {@code billing.events/*}. */
    private static String producer(String received) {
        String[] parts = received.split("\\.");
        return received.endsWith("/*") ? parts[0] : parts[2];
    }

    private static String context(Part server) {
        return server.label().replaceFirst("-.*", "");
    }
}
