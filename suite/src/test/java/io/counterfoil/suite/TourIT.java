package io.counterfoil.suite;

import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.StackOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tour through the APIs works as it stands. */
class TourIT {
    private static final Path FILE = Layout.of(StackOptions.TEST_RUN).root().resolve("docs/tour/quote-to-cash.http");

    private final Counterfoil counterfoil = Counterfoil.running();

    /** The tour has one legal entity; the other tests have three. */
    @AfterEach
    void the_other_tests_find_what_they_know() {
        new ReferenceAgain(counterfoil, Part.BILLING).publishAgain();
    }

    @Test
    void the_tour_goes_from_an_order_to_books_that_agree() {
        HttpFile file = HttpFile.read(FILE);
        Map<String, String> addresses = new HashMap<>();
        for (Endpoint endpoint : Endpoint.values()) {
            if (file.variables().containsKey(endpoint.name().toLowerCase(Locale.ROOT))) {
                addresses.put(
                        endpoint.name().toLowerCase(Locale.ROOT),
                        counterfoil.stack().url(endpoint).toString());
            }
        }
        Tour tour = new Tour(file, addresses, counterfoil.orders().today());
        file.steps().forEach(tour::take);
    }
}
