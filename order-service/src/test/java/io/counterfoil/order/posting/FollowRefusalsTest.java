package io.counterfoil.order.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.order.journey.ProcessKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who waits for a document hears that it will never be posted, whether it began to wait before or only afterwards. */
class FollowRefusalsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final List<DocumentRefused> told = new ArrayList<>();
    private final TestBeans beans = TestBeans.on(POSTGRES).observe(DocumentRefused.class, told::add);
    private final Postings postings = beans.get(Postings.class);
    private final FollowRefusals follow = beans.get(FollowRefusals.class);

    @ParameterizedTest
    @CsvSource({
        "creditmemo-discarded.v1, 0190a1b2-0011-7000-8000-000000000001, finance@office.example",
        "refund-failed.v1, 0190a1b2-0012-7000-8000-000000000001, EXPIRED_CARD"
    })
    void billing_says_no(String example, UUID document, String why) {
        Envelope event = GoldenExample.from("/billing", example).envelope();
        UUID waiting = UUID.randomUUID();
        POSTGRES.transactions().fresh(() -> assertThat(postings.await(document, ProcessKind.RETURN, waiting))
                .isFalse());
        POSTGRES.transactions().fresh(() -> follow.handle(event));
        assertThat(told).extracting(DocumentRefused::journeyId).containsExactly(waiting);
        assertThat(told.get(0).reason()).contains(why);
        POSTGRES.transactions().fresh(() -> {
            assertThat(postings.await(document, ProcessKind.RETURN, UUID.randomUUID()))
                    .isFalse();
            assertThat(postings.refusal(document).orElseThrow()).contains(why);
        });
        POSTGRES.transactions().fresh(() -> follow.handle(event));
        assertThat(told).hasSize(1);
    }
}
