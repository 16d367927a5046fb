package io.counterfoil.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.audit.AuditResource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
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

    @Test
    void a_resource_is_there_once_unless_it_has_a_part_of_the_request() {
        assertThat(OneOfEach.isKeptDoor(AuditResource.class)).isTrue();
        assertThat(OneOfEach.isKeptDoor(OfOneRequest.class)).isFalse();
        assertThat(OneOfEach.isKeptDoor(Rows.class)).isFalse();
    }

    @Path("/own")
    @RequestScoped
    static class OfOneRequest {
        @Context
        SecurityContext caller;
    }

    @Dependent
    static class Rows {}

    @UseCase
    static class DoSomething {}
}
