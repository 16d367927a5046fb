package io.counterfoil.suite.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A launcher that is killed can't clean up; whoever comes next does. */
class CrashedLauncherIT {
    private static final StackOptions OPTIONS =
            StackOptions.forTests("test-crash", 300).only(Part.ISSUER, Part.POSTGRES);

    /** The launcher to be killed. */
    public static void main(String[] arguments) throws InterruptedException {
        Stack.start(OPTIONS, Progress.SILENT);
        System.out.println("up");
        Thread.currentThread().join();
    }

    @Test
    void whatItLeftIsFoundAndEnded() throws Exception {
        Process launcher = launcher();
        try (var said = launcher.inputReader()) {
            assertThat(said.readLine()).isEqualTo("up");
        }
        List<ProcessMark> parts = List.copyOf(
                RunState.load(OPTIONS.layout()).orElseThrow().parts().values());
        launcher.destroyForcibly().waitFor();
        assertThat(parts).hasSize(2).allMatch(part -> part.alive().isPresent());

        assertThat(Runs.sweep(OPTIONS.layout())).singleElement().asString().contains("ended 2 processes");

        assertThat(parts).noneMatch(part -> part.alive().isPresent());
        assertThat(RunState.load(OPTIONS.layout())).isEmpty();
        assertThat(Runs.sweep(OPTIONS.layout())).isEmpty();
    }

    private static Process launcher() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dcounterfoil.root=" + OPTIONS.layout().root(),
                        "-Dcounterfoil.test.port-offset=" + System.getProperty("counterfoil.test.port-offset", "2000"),
                        CrashedLauncherIT.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }
}
