package io.counterfoil.suite.command.bench;

import io.counterfoil.suite.bench.MixBench;
import io.counterfoil.suite.bench.MixedAct;
import io.counterfoil.suite.command.Session;
import io.counterfoil.suite.stack.Stack;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The life of contracts, in a mix. */
@Command(
        name = "orders-mix",
        description =
                "Measure new orders, amendments, renewals and returns in a given mix, each until it is billed and posted.",
        mixinStandardHelpOptions = true)
public final class BenchOrdersMix implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(names = "--orders", defaultValue = "400", description = "How many acts (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--mix",
            defaultValue = "70,15,10,5",
            description = "New orders, amendments, renewals, returns, of a hundred (default: ${DEFAULT-VALUE}).")
    private String mix;

    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        Map<MixedAct, Integer> shares = shares();
        try (Stack stack = Session.start(options.stack(), out)) {
            MixBench bench = new MixBench(stack, options.seed(), line -> BenchOptions.say(out, line));
            options.tell(out, bench.measure(orders, shares));
        }
        return 0;
    }

    private Map<MixedAct, Integer> shares() {
        if (!mix.matches("\\d{1,3}(,\\d{1,3}){3}")) {
            throw new ParameterException(spec.commandLine(), "--mix is four numbers, such as 70,15,10,5");
        }
        Map<MixedAct, Integer> shares = new EnumMap<>(MixedAct.class);
        String[] numbers = mix.split(",");
        for (MixedAct act : MixedAct.values()) {
            shares.put(act, Integer.valueOf(numbers[act.ordinal()]));
        }
        if (shares.values().stream().mapToInt(Integer::intValue).sum() != 100) {
            throw new ParameterException(spec.commandLine(), "the shares of --mix come to 100");
        }
        return shares;
    }
}
