package io.counterfoil.common.compatibility;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a service's contracts against those of its last release. */
public final class Compatibility {
    private final Path module;
    private final Neighbours neighbours;

    private Compatibility(Path module) {
        this.module = module;
        this.neighbours = Neighbours.of(module);
    }

    /** The service whose folder this is. */
    public static Compatibility of(Path module) {
        return new Compatibility(module);
    }

    /** One line for each broken promise: which field, how, and who would notice. */
    public List<String> breaks() {
        return LastRelease.of(module).map(this::breaksSince).orElse(List.of());
    }

    /** What was recorded at a release must be what its tag says; empty where there is no such tag. */
    public List<String> forgeries() {
        Optional<LastRelease> recorded = LastRelease.recorded(module);
        return ReleaseTags.of(module)
                .at(recorded.map(LastRelease::version))
                .filter(tagged ->
                        !tagged.contracts().equals(recorded.orElseThrow().contracts()))
                .map(tagged -> List.of("contracts/released differs from the tag of release " + tagged.version()))
                .orElse(List.of());
    }

    private List<String> breaksSince(LastRelease release) {
        Contracts now = Contracts.in(module.resolve("contracts"));
        List<Break> found =
                new ArrayList<>(ApiComparison.compare(release.contracts().api(), now.api()));
        found.addAll(EventComparison.compare(release.contracts(), now, neighbours.received()));
        return found.stream()
                .map(one -> "since " + release.version() + ": " + one + "; would be noticed by " + noticed(one))
                .toList();
    }

    private String noticed(Break broken) {
        List<String> services = neighbours.whoNotices(broken);
        return services.isEmpty() ? "no other service, but by callers outside" : String.join(", ", services);
    }
}
