package io.counterfoil.common.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The other services of the repository: who would notice that a promise is broken. */
final class Neighbours {
    private final String service;
    private final List<Path> others;

    private Neighbours(String service, List<Path> others) {
        this.service = service;
        this.others = others;
    }

    /** The folders beside the service's own that hold contracts; none where it was checked out alone. */
    static Neighbours of(Path module) {
        Path folder = module.toAbsolutePath().normalize();
        try (Stream<Path> siblings = Files.list(folder.getParent())) {
            return new Neighbours(
                    folder.getFileName().toString(),
                    siblings.filter(other -> !other.equals(folder))
                            .filter(other -> Files.isRegularFile(other.resolve("contracts/asyncapi.yaml")))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events that any of them receives by name; who takes all that comes also takes what comes next. */
    Set<String> received() {
        return others.stream()
                .flatMap(other -> received(other).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who would notice: receivers of the event, or services with a REST client for the operation. */
    List<String> whoNotices(Break broken) {
        return others.stream()
                .filter(other -> Messages.includes(received(other), broken.subject())
                        || RestCalls.of(other, service)
                                .contains(broken.subject().replaceAll("\\{[^}]*}", "{}")))
                .map(other -> other.getFileName().toString())
                .toList();
    }

    private static Collection<String> received(Path module) {
        return Messages.received(Contracts.in(module.resolve("contracts")).messages())
                .keySet();
    }
}
