package io.counterfoil.suite.command;

import io.counterfoil.suite.stack.CannotStart;
import io.counterfoil.suite.stack.Part;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;

/** A part as typed. */
final class PartName implements ITypeConverter<Part> {
    @Override
    public Part convert(String name) {
        return Part.named(name).orElseThrow(() -> new CannotStart(CannotStart.USAGE, name + " is none of " + all()));
    }

    private static String all() {
        return Arrays.stream(Part.values()).map(Part::label).collect(Collectors.joining(", "));
    }
}
