package io.counterfoil.suite.stack;

import java.time.Duration;

/** Who wants to see what is happening. */
public interface Progress {
    /** Nobody looks. */
    Progress SILENT = new Progress() {
        @Override
        public void starting(Part part) {}

        @Override
        public void ready(Part part, Duration took) {}

        @Override
        public void note(String line) {}
    };

    void starting(Part part);

    void ready(Part part, Duration took);

    void note(String line);
}
