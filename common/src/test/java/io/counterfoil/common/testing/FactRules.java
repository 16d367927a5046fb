package io.counterfoil.common.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is told to others has a contract. */
final class FactRules {
    static final HouseRule HAS_A_TYPE = new HouseRule(
            "a fact is a public record with a constant TYPE of its own context",
            code -> facts(code).flatMap(fact -> withoutType(fact, code)).toList());

    static final HouseRule HAS_A_CONTRACT = new HouseRule(
            "a fact has a schema and a golden example in contracts/events",
            code -> facts(code).flatMap(fact -> missingFiles(fact, code)).toList());

    static final List<HouseRule> ALL = List.of(HAS_A_TYPE, HAS_A_CONTRACT);

    private FactRules() {}

    private static Stream<JavaClass> facts(Code code) {
        return code.classes().stream().filter(Kinds.FACT);
    }

    private static Stream<String> withoutType(JavaClass fact, Code code) {
        Optional<String> type = FactType.of(fact.reflect());
        boolean right = fact.isRecord()
                && Kinds.isPublic(fact)
                && type.filter(name -> name.matches("io\\.counterfoil\\." + code.context() + "\\.[a-z.-]+\\.v\\d+"))
                        .isPresent();
        return right ? Stream.of() : Stream.of(fact.getName() + " has TYPE " + type.orElse("missing"));
    }

    private static Stream<String> missingFiles(JavaClass fact, Code code) {
        return FactType.of(fact.reflect()).stream()
                .map(FactType::fileName)
                .flatMap(name -> Stream.of(name + ".schema.json", name + ".example.json"))
                .filter(name ->
                        !Files.isRegularFile(code.contracts().resolve("events").resolve(name)))
                .map(name -> fact.getSimpleName() + " misses contracts/events/" + name);
    }
}
