package io.counterfoil.order.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.order.customer.CustomerReference;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestCheckTest {

    private static final OrderRequest.Customer KNOWN =
            new OrderRequest.Customer(UUID.randomUUID(), null, null, null, null, null, null, null, null);

    private static OrderRequest request(OrderRequest.Customer customer, List<OrderRequest.Line> lines) {
        return new OrderRequest(customer, null, "US01", "USD", LocalDate.of(2026, 1, 1), 12, null, null, lines);
    }

    private static OrderRequest.Line line(String product, String quantity, String price) {
        return new OrderRequest.Line(product, quantity, price, null, null, null);
    }

    private static void refused(OrderRequest request, String... pointers) {
        assertThatThrownBy(() -> RequestCheck.of(request))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.errors())
                        .extracting("pointer")
                        .containsExactly((Object[]) pointers));
    }

    @Test
    void reads_a_good_request() {
        RequestCheck.CheckedRequest checked =
                RequestCheck.of(request(KNOWN, List.of(line("PLATFORM", "2", "1200.00"))));
        assertThat(checked.terms().lines()).hasSize(1);
        assertThat(checked.claim().customerId()).isEqualTo(KNOWN.customerId());
    }

    @Test
    void names_every_wrong_field_at_once() {
        refused(
                request(null, List.of(line(null, "-1", "1e3"), line("P", null, null))),
                "/customer",
                "/lines/0/productId",
                "/lines/0/quantity",
                "/lines/0/unitPrice",
                "/lines/1/quantity",
                "/lines/1/unitPrice");
    }

    @Test
    void wants_either_a_known_customer_or_a_reference() {
        CustomerReference reference = new CustomerReference("partner", "P-1");
        List<OrderRequest.Line> lines = List.of(line("P", "1", "1"));
        refused(
                request(new OrderRequest.Customer(null, null, null, null, null, null, null, null, null), lines),
                "/customer");
        refused(
                request(
                        new OrderRequest.Customer(
                                UUID.randomUUID(), reference, null, null, null, null, null, null, null),
                        lines),
                "/customer");
        refused(
                request(
                        new OrderRequest.Customer(
                                null,
                                new CustomerReference("partner", "a/b"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        lines),
                "/customer/reference");
    }

    @Test
    void an_empty_body_and_an_empty_line_are_named() {
        assertThatThrownBy(() -> RequestCheck.of(null)).isInstanceOf(Invalid.class);
        refused(request(KNOWN, java.util.Collections.singletonList(null)), "/lines/0");
        refused(request(KNOWN, null), "/lines");
    }
}
