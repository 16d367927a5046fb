package io.counterfoil.billing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The questions of the README are questions that the service answers. */
class ReadmeExamplesTest {

    @Test
    void each_question_of_the_readme_has_the_answer_that_it_tells() throws Exception {
        Path root = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
        Path own = Files.exists(root.resolve("billing-service"))
                ? root.resolve("billing-service/README.md")
                : Path.of("README.md");
        List<RatingJson.Answer> answers = Pattern.compile("ask '([^']+)'")
                .matcher(Files.readString(own))
                .results()
                .map(ReadmeExamplesTest::answer)
                .toList();
        assertThat(answers.get(0).net().amount()).isEqualTo("561.24");
        assertThat(answers.get(1).net().amount()).isEqualTo("-10.00");
        assertThat(answers.get(2).net().amount()).isEqualTo("115.00");
        assertThat(answers.get(3).total().amount()).isEqualTo("1656.25");
        assertThat(answers.get(4).total().amount()).isEqualTo("66.00");
        assertThat(answers.get(4).payable().amount()).isEqualTo("16.00");
        assertThat(answers.get(5).credited().total().amount()).isEqualTo("334.99");
    }

    private static RatingJson.Answer answer(MatchResult question) {
        byte[] asked = question.group(1).getBytes(StandardCharsets.UTF_8);
        return PriceQuote.of(Json.read(asked, RatingJson.Request.class));
    }
}
