package io.counterfoil.suite.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.clock.BusinessTime;
import io.counterfoil.suite.clock.Travel;
import io.counterfoil.suite.command.OpenBooks;
import io.counterfoil.suite.command.Tell;
import io.counterfoil.suite.command.VerifyLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ledger-service's README tells a reader to type: fresh books of the ledger alone, facts of one's own, a clock that is moved. */
class LedgerTourIT {
    private static final StackOptions OPTIONS =
            StackOptions.forTests("test-ledger-tour", 200).only(Part.POSTGRES, Part.BROKER, Part.ISSUER, Part.LEDGER);

    private static Stack stack;

    private final Path root = OPTIONS.layout().root();
    private final StringWriter said = new StringWriter();
    private final PrintWriter out = new PrintWriter(said, true);

    @BeforeAll
    static void start() {
        stack = Stack.start(OPTIONS, Progress.SILENT);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void a_quarter_that_is_refunded_leaves_the_journal_that_was_published() throws IOException {
        String readme = Files.readString(root.resolve("ledger-service/README.md"));
        List<String> days = found(readme, "\\./counterfoil clock (\\S+)");
        BusinessTime time =
                Runs.time(OPTIONS.layout(), RunState.load(OPTIONS.layout()).orElseThrow());
        time.moveTo(new Travel(days.get(0)).from(time.now()));
        OpenBooks.open(
                stack.access(),
                "EX01",
                Map.of("name", "Books of EX01", "country", "US", "functionalCurrency", "USD", "timeZone", "UTC"),
                out);
        Path facts = root.resolve(found(readme, "\\./counterfoil tell (\\S+)").get(0));
        Tell.tell(stack.access(), time.now(), Files.readString(facts), out);
        time.moveTo(new Travel(days.get(1)).from(time.now()));

        assertThat(said.toString()).contains("EX01 keeps its books in USD").contains("refund.paid");
        List<String> questions = found(readme, "'http://localhost:9084(/v1/[^']+EX01[^']*)'");
        assertThat(moved(questions.get(0)))
                .contains("Refunds 31.00", "Deferred revenue 0.00", "Cash clearing 0.00")
                .anyMatch(line -> line.matches(".*[Rr]evenue.* 31.00"));
        assertThat(get(questions.get(1)).toString()).contains("Refunds");
        assertThat(VerifyLedger.verify(stack.access(), null, out))
                .as(said.toString())
                .isTrue();
    }

    /** What each account came to, on its normal side. */
    private List<String> moved(String path) {
        List<String> moved = new ArrayList<>();
        get(path)
                .path("items")
                .forEach(each -> moved.add(each.path("name").asText() + " "
                        + each.at("/closing/amount").asText()));
        return moved;
    }

    private JsonNode get(String path) {
        return stack.client(Endpoint.LEDGER, "finance").get(path).ok().json();
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(LedgerTourIT::first)
                .toList();
    }

    private static String first(MatchResult found) {
        return found.group(1);
    }
}
