package io.counterfoil.suite.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessMarkTest {
    private final ProcessMark self = ProcessMark.of(ProcessHandle.current());

    @Test
    void aProcessIsKnownByItsIdAndItsStart() {
        assertThat(self.alive()).contains(ProcessHandle.current());
    }

    @Test
    void theSameIdWithAnotherStartIsAStranger() {
        assertThat(new ProcessMark(self.pid(), self.started().minusSeconds(60)).alive())
                .isEmpty();
    }
}
