package io.counterfoil.common.testing;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Rules that the byte code does not show: read from the sources by the compiler's own parser. */
final class SourceRules {
    static final HouseRule NO_SWALLOWING =
            new HouseRule("no catch is empty and none only logs", code -> found(code, SourceRules::swallowsIn));

    static final HouseRule NO_PRINTING =
            new HouseRule("nobody prints to System.out or System.err", code -> found(code, SourceRules::printsIn));

    static final List<HouseRule> ALL = List.of(NO_SWALLOWING, NO_PRINTING);

    private interface Reader {
        List<String> read(CompilationUnitTree unit);
    }

    private SourceRules() {}

    private static List<String> found(Code code, Reader reader) {
        List<String> all = new ArrayList<>();
        for (CompilationUnitTree unit : parse(code.sources())) {
            String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
            reader.read(unit).forEach(what -> all.add(file + ": " + what));
        }
        return all;
    }

    private static Iterable<? extends CompilationUnitTree> parse(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            if (java.isEmpty()) {
                return List.of();
            }
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(java));
            return task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> swallowsIn(CompilationUnitTree unit) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitCatch(CatchTree tree, Void unused) {
                if (tree.getBlock().getStatements().stream().allMatch(SourceRules::isLogging)) {
                    found.add("catch (" + tree.getParameter() + ") swallows what it caught");
                }
                return super.visitCatch(tree, unused);
            }
        }.scan(unit, null);
        return found;
    }

    /** True for all statements of an empty block, so that an empty catch is found too. */
    private static boolean isLogging(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                && expression.toString().matches("(?s)(LOG|LOGGER|log|logger)\\..*");
    }

    private static List<String> printsIn(CompilationUnitTree unit) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
                if (tree.toString().matches("System\\.(out|err)")) {
                    found.add("uses " + tree);
                }
                return super.visitMemberSelect(tree, unused);
            }
        }.scan(unit, null);
        return found;
    }
}
