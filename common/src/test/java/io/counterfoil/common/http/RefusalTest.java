package io.counterfoil.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.trouble.TroubleClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void the_broken_rule_is_the_code() {
        assertThat(new InvoiceAlreadyIssued().code()).isEqualTo("invoice-already-issued");
    }

    @Test
    void a_problem_says_what_is_wrong_who_can_mend_it_and_how() {
        Problem problem = Problem.of(new InvoiceAlreadyIssued());
        assertThat(problem.type()).isEqualTo("urn:counterfoil:problem:invoice-already-issued");
        assertThat(problem.title()).isEqualTo("Invoice already issued");
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.detail()).isEqualTo("Invoice 7 is issued");
        assertThat(problem.owner()).isEqualTo("finance");
        assertThat(problem.remedy()).isEqualTo("Issue a credit memo.");
        assertThat(problem.retryable()).isFalse();
        assertThat(problem.errors()).isNull();
    }

    @Test
    void an_invalid_request_names_each_field() {
        Invalid invalid = new Invalid(List.of(
                new Refusal.FieldError("/lines/0/quantity", "must be positive"),
                new Refusal.FieldError("/currency", "is unknown")));
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(Problem.of(invalid).errors()).hasSize(2);
        assertThat(new Invalid("/currency", "is unknown").getMessage()).isEqualTo("/currency: is unknown");
    }

    @Test
    void a_change_needs_the_version_it_was_made_from() {
        assertThatCode(() -> ETags.require("\"3\"", 3)).doesNotThrowAnyException();
        assertThatCode(() -> ETags.require("\"2\", \"3\"", 3)).doesNotThrowAnyException();
        assertThatCode(() -> ETags.require("*", 3)).doesNotThrowAnyException();
        assertRefused(null, 428);
        assertRefused(" ", 428);
        assertRefused("\"2\"", 412);
        assertRefused("3", 412);
    }

    @Test
    void a_cursor_comes_back_as_it_was_given_and_a_foreign_one_is_refused() {
        assertThat(Cursor.key(Cursor.of("O-000001/ü"))).isEqualTo("O-000001/ü");
        assertThat(Cursor.toLong(Cursor.of(42))).isEqualTo(42);
        assertThat(Cursor.key(null)).isNull();
        assertThat(Cursor.toLong("")).isZero();
        assertThatThrownBy(() -> Cursor.toLong(Cursor.of("x"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Cursor.key("%%%")).isInstanceOf(Invalid.class);
    }

    private static void assertRefused(String ifMatch, int status) {
        assertThatThrownBy(() -> ETags.require(ifMatch, 3))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    private static final class InvoiceAlreadyIssued extends Refusal {
        private static final long serialVersionUID = 1L;

        InvoiceAlreadyIssued() {
            super(409, TroubleClass.CREDIT, "Invoice 7 is issued", "Issue a credit memo.");
        }
    }
}
