package io.counterfoil.common.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;

/** The code that the rules look at: compiled classes below a root package, their sources and their contracts. */
record Code(String root, JavaClasses classes, Path sources, Path contracts) {

    /** The main code of the module in whose folder the tests run. */
    static Code ofModule(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        return new Code(root, classes, Path.of("src/main/java"), Path.of("contracts"));
    }

    /** The last part of the root package: {@code billing}. */
    String context() {
        return root.substring(root.lastIndexOf('.') + 1);
    }
}
