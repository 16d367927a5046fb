package io.counterfoil.suite.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie: the checkout, and the folder of one named run below {@code suite/target/run}. */
public record Layout(Path root, String run) {
    public Layout {
        root = root.toAbsolutePath().normalize();
    }

    /** The checkout is named by the property {@code counterfoil.root}, else it is the folder above that holds the launcher. */
    public static Layout of(String run) {
        String root = System.getProperty("counterfoil.root");
        return new Layout(root == null ? search(Path.of("").toAbsolutePath()) : Path.of(root), run);
    }

    private static Path search(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("counterfoil"))) {
                return folder;
            }
        }
        throw new CannotStart(CannotStart.USAGE, "not inside a checkout of Counterfoil: " + from);
    }

    public Path target() {
        return root.resolve("suite/target");
    }

    public Path runs() {
        return target().resolve("run");
    }

    public Path folder() {
        return runs().resolve(run);
    }

    public Path data(Part part) {
        return folder().resolve("data").resolve(part.label());
    }

    public Path log(Part part) {
        return folder().resolve("logs").resolve(part.label() + ".log");
    }

    public Path secrets() {
        return folder().resolve("secrets");
    }

    public Path liberty() {
        return target().resolve("wlp");
    }

    public Path module(Part server) {
        return root.resolve(server.label());
    }
}
