package io.counterfoil.customer.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalReferenceTest {

    @Test
    void the_name_of_a_system_is_one_in_any_case_but_its_ids_are_not() {
        assertThat(new ExternalReference("Salesforce", "001a")).isEqualTo(new ExternalReference("salesforce", "001a"));
        assertThat(new ExternalReference("salesforce", "001A"))
                .isNotEqualTo(new ExternalReference("salesforce", "001a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-crm", "a b", "sales/force", "x'; drop table customer"})
    void what_is_no_name_of_a_system_is_refused(String system) {
        assertThatThrownBy(() -> new ExternalReference(system, "1")).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b"})
    void what_is_no_id_is_refused(String id) {
        assertThatThrownBy(() -> new ExternalReference("crm", id)).isInstanceOf(Invalid.class);
    }
}
