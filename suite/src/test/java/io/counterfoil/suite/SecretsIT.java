package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets and people that were planted are found nowhere: not in logs, traces, figures, exceptions, answers, dead letters. */
class SecretsIT {
    private static final String SESSION = "00Dplanted!session.Zq7mWx";
    private static final String PASSWORD = "planted-password-9fK2";
    private static final String CARD = "4242424242424242";
    private static final String PERSON = "Planted-Person Qwertz";
    private static final String MAIL = "planted.person@customer.example";
    private static final String STREET = "77 Planted Street";
    private static final String MESSAGE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
             <soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound">
              <OrganizationId>00D000000000001AAA</OrganizationId><ActionId>04k000000000001AAA</ActionId>
              <SessionId>%s</SessionId><EnterpriseUrl>x</EnterpriseUrl><PartnerUrl>x</PartnerUrl>
              <Notification><Id>%s</Id><sObject xsi:type="sf:Lead"><sf:Id>00Q000000000001AAA</sf:Id></sObject></Notification>
             </notifications></soapenv:Body>
            </soapenv:Envelope>
            """;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Queue<Reply> answers = new ConcurrentLinkedQueue<>();
    private final List<String> secrets = secrets();

    @BeforeEach
    void listen() {
        Api.listen(answers::add);
        SharedStack.spans().watchFor(Stream.concat(secrets.stream(), people()).collect(Collectors.toSet()));
    }

    @AfterEach
    void books_balance() {
        SharedStack.spans().watchFor(Set.of());
        counterfoil.books().balance();
    }

    @Test
    void what_was_planted_is_found_nowhere() throws IOException {
        plant();
        counterfoil.stack().time().settle();
        Set<String> found = new TreeSet<>();
        for (Part server : Part.servers()) {
            String log = Files.readString(counterfoil.stack().log(server));
            String figures =
                    counterfoil.anonymous(server.endpoint()).get("/metrics").text();
            Stream.concat(secrets.stream(), people()).forEach(word -> {
                search(found, "log of " + server.label(), log, word);
                search(found, "figures of " + server.label(), figures, word);
            });
            exceptions(server, found);
        }
        answers.forEach(answer -> secrets.forEach(secret -> search(
                found, "answer of " + answer.method() + " " + answer.uri().getPath(), answer.text(), secret)));
        found.addAll(SharedStack.spans().leaks());
        assertThat(found).isEmpty();
        assertThat(counterfoil.stack().queues().count("dead-letters"))
                .as("dead letters that could tell")
                .isZero();
        waive();
    }

    /** Secrets where outside systems put them, people where customers are described, in what succeeds and in what is refused. */
    private void plant() {
        Map<String, Object> order = counterfoil.orders().request();
        Map<String, Object> customer = new LinkedHashMap<>(asMap(order.get("customer")));
        customer.put("legalName", PERSON + " Inc.");
        customer.put("email", MAIL);
        Map<String, Object> address = new LinkedHashMap<>(asMap(customer.get("billingAddress")));
        address.put("line1", STREET);
        customer.put("billingAddress", address);
        order.put("customer", customer);
        counterfoil.orders().awaitState(counterfoil.orders().place(order), "COMPLETED");
        Client partner = counterfoil.as(Endpoint.ORDER, "partner");
        Map<String, Object> wrong = new LinkedHashMap<>(order);
        wrong.put("currency", "US");
        partner.post("/v1/orders", wrong).expect(400, 422);
        counterfoil
                .anonymous(Endpoint.LEDGER)
                .with("Authorization", "Bearer " + PASSWORD)
                .get("/v1/trial-balances?cursor=" + CARD)
                .expect(401);
        Api auditor = counterfoil.stack().client(Endpoint.LEDGER, "auditor");
        auditor.get("/v1/journal-entries?limit=" + CARD + "&" + CARD + "=1").expect(400, 422);
        auditor.get("/v1/nowhere?token=" + PASSWORD).expect(403, 404);
        counterfoil
                .anonymous(Endpoint.ORDER)
                .with("Content-Type", "text/xml; charset=UTF-8")
                .send("POST", hook(), MESSAGE.formatted(SESSION, "04lplanted00001AAA"))
                .expect(200);
    }

    /** An exception shows the original; what was secret in it is gone before it is kept. */
    private void exceptions(Part server, Set<String> found) {
        Workbench workbench = new Workbench(counterfoil, server.endpoint());
        counterfoil
                .as(server.endpoint(), "operator")
                .get("/v1/exceptions?limit=50&state=OPEN")
                .expect(200)
                .json()
                .path("items")
                .forEach(one -> {
                    String original = workbench.original(one.path("id").asText());
                    secrets.forEach(secret -> {
                        search(found, "exception of " + server.label(), one.toString(), secret);
                        search(found, "original of an exception of " + server.label(), original, secret);
                    });
                });
    }

    private void waive() {
        Workbench orders = new Workbench(counterfoil, Endpoint.ORDER);
        orders.open("04lplanted00001AAA")
                .forEach(one -> orders.waive(one.path("id").asText(), "planted by a test"));
    }

    private static void search(Set<String> found, String where, String text, String word) {
        if (text != null && text.contains(word)) {
            found.add("'" + word + "' in the " + where);
        }
    }

    private String hook() {
        return "/hooks/salesforce/" + counterfoil.stack().access().secrets().of("salesforce.hook")
                + "/outbound-messages";
    }

    private List<String> secrets() {
        var run = counterfoil.stack().access().secrets();
        Stream<String> databases = Part.servers().stream().map(run::database);
        Stream<String> clients = Part.servers().stream().map(run::client);
        return Stream.of(
                        Stream.of(SESSION, PASSWORD, CARD, run.of("salesforce.hook"), run.of("stripe.webhook")),
                        databases,
                        clients,
                        Part.servers().stream().map(run::broker))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<String> people() {
        return Stream.of(PERSON, MAIL, STREET);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
