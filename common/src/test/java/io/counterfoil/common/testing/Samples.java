package io.counterfoil.common.testing;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;

/** Miniature services for the tests of the rules: one that keeps them all, and one for each way to break them. */
final class Samples {
    private static final String ROOT = "io.counterfoil.common.samples.";

    private Samples() {}

    static Code code(String name) {
        String root = ROOT + name;
        return new Code(
                root,
                new ClassFileImporter().importPackages(root),
                Path.of("src/test/java", root.replace('.', '/')),
                Path.of("src/test/resources/samples", name, "contracts"));
    }

    static Code code(String name, String contracts) {
        Code code = code(name);
        Path folder = Path.of("src/test/resources/samples", contracts, "contracts");
        return new Code(code.root(), code.classes(), code.sources(), folder);
    }

    static List<String> violations(HouseRule rule, String sample) {
        return rule.violations().apply(code(sample));
    }
}
