package io.counterfoil.suite.twin.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionsTest {

    @Test
    void what_is_said_once_may_be_repeated_but_not_changed() {
        assertThat(Contradictions.in(writes("Counterfoil_Order_Number__c", "O-1", "O-1")))
                .isEmpty();
        assertThat(Contradictions.in(writes("Counterfoil_Order_Number__c", "O-1", "O-2")))
                .hasSize(1);
    }

    @Test
    void a_status_may_go_on_but_not_back() {
        assertThat(Contradictions.in(writes("Counterfoil_Payment_Status__c", "UNPAID", "PARTIALLY_PAID", "PAID")))
                .isEmpty();
        assertThat(Contradictions.in(writes("Counterfoil_Payment_Status__c", "UNPAID", "PAID", "UNPAID")))
                .hasSize(1);
    }

    private static List<FieldWrite> writes(String field, String... values) {
        List<FieldWrite> writes = new ArrayList<>();
        for (String value : values) {
            writes.add(new FieldWrite(writes.size(), "Opportunity", "006", field, null, value, "us", Instant.EPOCH));
        }
        return writes;
    }
}
