package io.counterfoil.warehouse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.Inbox;
import io.counterfoil.common.http.Json;
import io.counterfoil.warehouse.Samples;
import io.counterfoil.warehouse.Warehouse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    private final Warehouse warehouse = new Warehouse();
    private final Archive archive = warehouse.beans.get(Archive.class);

    private List<ArchivedEvent> all() {
        return archive.read(new Archive.EventFilter(0, null, null, null), 10_000);
    }

    @Test
    void every_event_is_kept_once_however_often_and_in_whatever_order_it_comes() {
        List<Envelope> events = new ArrayList<>(Samples.story());
        events.addAll(Samples.story());
        Collections.shuffle(events, new Random(7));
        warehouse.take(events);
        warehouse.take(Samples.story());
        assertThat(all())
                .extracting(ArchivedEvent::id)
                .doesNotHaveDuplicates()
                .hasSize(Samples.story().size());
    }

    @Test
    void positions_are_dense_from_one() {
        warehouse.take(Samples.story());
        assertThat(all())
                .extracting(ArchivedEvent::archivePosition)
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(
                                1, Samples.story().size())
                        .boxed()
                        .toList());
        assertThat(archive.head()).isEqualTo(Samples.story().size());
    }

    @Test
    void all_attributes_and_the_original_bytes_are_given_back() {
        Envelope sent = Samples.invoiceIssued();
        warehouse.take(sent);
        ArchivedEvent kept = all().get(0);
        assertThat(kept.data().getBytes(StandardCharsets.UTF_8)).isEqualTo(sent.data());
        assertThat(List.of(
                        kept.id(),
                        kept.type(),
                        kept.source(),
                        kept.subject(),
                        kept.time(),
                        kept.correlationId(),
                        kept.causationId(),
                        kept.sequence(),
                        kept.position(),
                        kept.partitionKey(),
                        kept.legalEntity()))
                .isEqualTo(List.of(
                        sent.id(),
                        sent.type(),
                        sent.source(),
                        sent.subject(),
                        sent.time(),
                        sent.correlationId(),
                        sent.causationId(),
                        sent.sequence(),
                        sent.position(),
                        sent.partitionKey(),
                        sent.legalEntity()));
        assertThat(Json.write(kept)).contains("\"specversion\":\"1.0\"", "\"data\":{\"invoiceId\"");
    }

    @Test
    void a_reader_that_follows_while_four_queues_are_written_misses_nothing() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int base = writer * 100;
            writers.add(CompletableFuture.runAsync(() -> {
                for (int i = 1; i <= 25; i++) {
                    warehouse.take(
                            Samples.otherInvoice(base + 4 * i, 10_000 + base + 4 * i),
                            Samples.otherInvoice(base + 4 * i + 1, 10_001 + base + 4 * i));
                }
            }));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        long seen = 0;
        long after = 0;
        boolean last = false;
        while (!last) {
            last = all.isDone();
            for (ArchivedEvent event : archive.read(new Archive.EventFilter(after, null, null, null), 7)) {
                assertThat(event.archivePosition()).isEqualTo(after + 1);
                after = event.archivePosition();
                seen++;
                last = false;
            }
        }
        all.join();
        assertThat(seen).isEqualTo(200);
    }

    @Test
    void it_can_be_asked_by_type_subject_and_correlation() {
        warehouse.take(Samples.story());
        String type = "io.counterfoil.billing.invoice.issued.v1";
        assertThat(archive.read(new Archive.EventFilter(0, type, null, null), 10))
                .hasSize(1);
        assertThat(archive.read(new Archive.EventFilter(0, null, Samples.INVOICE_ID, null), 10))
                .extracting(ArchivedEvent::type)
                .contains(type);
        String correlation = Samples.invoiceIssued().correlationId();
        assertThat(archive.read(new Archive.EventFilter(0, type, null, correlation), 10))
                .hasSize(1);
        assertThat(archive.read(new Archive.EventFilter(0, null, null, "nobody's"), 10))
                .isEmpty();
    }

    @Test
    void what_is_archived_can_be_neither_changed_nor_deleted() {
        warehouse.take(Samples.invoiceIssued());
        for (String change : List.of("delete from event", "update event set data = ''")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> warehouse.database.update(change))
                    .hasMessageContaining("only ever appended");
        }
    }

    @Test
    void an_event_that_can_not_be_kept_is_parked_and_its_neighbours_go_on() {
        Envelope good = Samples.otherInvoice(2, 12);
        Envelope bad = Samples.changed(Samples.otherInvoice(3, 13), 13, data -> data.withArray("lines")
                .get(0)
                .withObject("/lineNetAmount")
                .put("amount", "12.345"));
        Envelope other = Samples.otherInvoice(4, 14);
        warehouse.take(
                good,
                new Envelope(
                        bad.id(),
                        bad.type(),
                        bad.source(),
                        "0190a1b2-0005-7000-8000-000000000003",
                        bad.time(),
                        bad.correlationId(),
                        null,
                        1,
                        13,
                        bad.partitionKey(),
                        "US01",
                        null,
                        null,
                        bad.data()),
                other);
        assertThat(all()).extracting(ArchivedEvent::id).containsExactly(good.id(), other.id());
        assertThat(warehouse
                        .database
                        .query("select owner, original from exception where state = 'OPEN'")
                        .list(row -> row.bytes("original")))
                .containsExactly(bad.data());
    }

    @Test
    void the_watermark_stops_at_a_gap_and_moves_on_when_it_is_filled() {
        Inbox inbox = warehouse.beans.get(Inbox.class);
        warehouse.take(Samples.otherInvoice(1, 1), Samples.otherInvoice(2, 2), Samples.otherInvoice(4, 4));
        assertThat(inbox.watermark("warehouse.billing-events")).isEqualTo(2);
        warehouse.take(Samples.otherInvoice(3, 3));
        assertThat(inbox.watermark("warehouse.billing-events")).isEqualTo(4);
    }
}
