package io.counterfoil.suite;

import io.counterfoil.common.testing.OpenApiAnswers;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.demo.ReferenceData;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.util.EnumMap;
import java.util.Map;

/** The running system with its reference data, seen from outside. All system tests share one. */
final class Counterfoil {
    private static final Map<Endpoint, OpenApiAnswers> CONTRACTS = new EnumMap<>(Endpoint.class);
    private static boolean loaded;

    private final Stack stack;
    private final Crm crm;

    private Counterfoil(Stack stack) {
        this.stack = stack;
        this.crm = new Crm(stack.anonymous(Endpoint.SALESFORCE));
    }

    static synchronized Counterfoil running() {
        Counterfoil counterfoil = new Counterfoil(SharedStack.get());
        if (!loaded) {
            ReferenceData.of(counterfoil.stack.access()).load(counterfoil.stack.time());
            counterfoil.crm.offerProducts();
            loaded = true;
        }
        return counterfoil;
    }

    Stack stack() {
        return stack;
    }

    Crm crm() {
        return crm;
    }

    Gateway gateway() {
        return new Gateway(stack.anonymous(Endpoint.GATEWAY));
    }

    Books books() {
        return new Books(this);
    }

    Orders orders() {
        return new Orders(this);
    }

    Client as(Endpoint service, String role) {
        return judged(service, stack.client(service, role));
    }

    Client as(Endpoint service, String role, String person) {
        return judged(service, stack.client(service, role, person));
    }

    Client anonymous(Endpoint service) {
        return judged(service, stack.anonymous(service));
    }

    private static synchronized Client judged(Endpoint service, Api api) {
        return new Client(api, CONTRACTS.computeIfAbsent(service, Counterfoil::contract));
    }

    private static OpenApiAnswers contract(Endpoint service) {
        Part server = Part.servers().stream()
                .filter(part -> part.endpoint() == service)
                .findFirst()
                .orElseThrow();
        return OpenApiAnswers.of(Contract.file(server));
    }
}
