package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.Seed;
import io.counterfoil.billing.amendment.ChangeJson.ChangeView;
import io.counterfoil.billing.amendment.ChangeJson.PreviewView;
import io.counterfoil.billing.timeline.ChangeKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A preview stores nothing and says to the cent what the invoice says, tax too. */
class PreviewTest {
    private final LifeHouse life = new LifeHouse("2026-01-15").plan("support", "MONTH");

    @Test
    void any_change_bills_what_its_preview_said() {
        long seed = Seed.announced();
        Random random = new Random(seed);
        LocalDate today = LocalDate.parse("2026-01-15");
        List<UUID> subscriptions = List.of(
                life.subscribe("platform-monthly", "249.95", Map.of("quantity", "3")),
                life.subscribe("platform-annual", "2399.95"),
                life.subscribe("support", "29.95"));
        for (int draw = 0; draw < 12; draw++) {
            today = today.plusDays(1 + random.nextInt(20));
            life.at(today.toString());
            UUID subscription = subscriptions.get(random.nextInt(subscriptions.size()));
            Map<String, Object> fields = new LinkedHashMap<>();
            ChangeKind kind = draw(random, fields);
            String before = fingerprint();
            PreviewView said = life.preview(subscription, kind, fields);
            assertThat(fingerprint()).as("nothing is stored").isEqualTo(before);
            ChangeView change = life.change(subscription, kind, fields);
            assertThat(billed(change.invoiceId()))
                    .as("seed %s draw %s", seed, draw)
                    .isEqualTo(said(said));
        }
    }

    @Test
    void a_preview_shows_what_becomes_of_later_invoices() {
        UUID month = life.subscribe("platform-monthly", "10.00");
        PreviewView said = life.preview(month, ChangeKind.QUANTITY, Map.of("quantity", "2"));
        assertThat(said.laterInvoices().get(0).date()).isEqualTo("2026-02-15");
        assertThat(said.laterInvoices().get(0).netBefore().amount()).isEqualTo("10.00");
        assertThat(said.laterInvoices().get(0).netAfter().amount()).isEqualTo("20.00");
        assertThat(said.totalAmount().amount()).isEqualTo("10.83");
    }

    private static ChangeKind draw(Random random, Map<String, Object> fields) {
        switch (random.nextInt(3)) {
            case 0 -> {
                fields.put("quantity", String.valueOf(1 + random.nextInt(9)));
                return ChangeKind.QUANTITY;
            }
            case 1 -> {
                fields.put("unitPrice", (1 + random.nextInt(900)) + ".37");
                return ChangeKind.PRICE;
            }
            default -> {
                fields.put("anchorDay", 1 + random.nextInt(31));
                return ChangeKind.ANCHOR;
            }
        }
    }

    private static String said(PreviewView said) {
        return said.lines().isEmpty()
                ? null
                : said.netAmount().amount() + " " + said.taxAmount().amount() + " "
                        + said.totalAmount().amount() + " " + said.lines().size();
    }

    private String billed(UUID invoice) {
        return life.house
                .database
                .query(
                        """
                        select net_minor, tax_minor, net_minor + tax_minor total_minor, currency,
                               (select count(*) from invoice_line l where l.invoice_id = i.invoice_id) n
                          from invoice i where invoice_id = ?
                        """,
                        invoice)
                .one(row -> String.join(
                        " ",
                        row.money("net_minor", "currency").amount(),
                        row.money("tax_minor", "currency").amount(),
                        row.money("total_minor", "currency").amount(),
                        row.text("n")))
                .orElse(null);
    }

    private String fingerprint() {
        return life.house.one(
                """
                select concat_ws(' ', (select count(*) from invoice), (select count(*) from subscription_change),
                       (select count(*) from outbox), (select count(*) from pending_item),
                       (select sum(version) from subscription), (select string_agg(c::text, '' order by c::text) from order_charge c)) v
                """);
    }
}
