package io.counterfoil.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.audit.AuditResource;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Of which beans there is one. */
class OneOfEachTest {

    @Test
    void what_keeps_nothing_is_there_once() {
        assertThat(OneOfEach.isKept(Rows.class)).isTrue();
        assertThat(OneOfEach.isKept(DoSomething.class)).isTrue();
    }

    @Test
    void what_belongs_to_a_request_or_to_others_is_left_alone() {
        assertThat(OneOfEach.isKept(AuditResource.class)).isFalse();
        assertThat(OneOfEach.isKept(ArrayList.class)).isFalse();
    }

    @Dependent
    static class Rows {}

    @UseCase
    static class DoSomething {}
}
