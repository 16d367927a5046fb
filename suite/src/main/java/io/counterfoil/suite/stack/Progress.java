package io.counterfoil.suite.stack;

import java.time.Duration;
import java.util.List;

/** Who wants to see what is happening. */
public interface Progress {
    /** Nobody looks. */
    Progress SILENT = new Progress() {
        @Override
        public void starting(List<Part> parts) {}

        @Override
        public void ready(Part part, Duration took) {}

        @Override
        public void note(String line) {}
    };

    void starting(List<Part> parts);

    void ready(Part part, Duration took);

    void note(String line);
}
