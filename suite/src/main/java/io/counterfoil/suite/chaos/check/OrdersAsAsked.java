package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.chaos.check.Look.Row;
import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.stack.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each deal that was accepted is one order, one invoice of the right amounts, one entry, its money applied to the cent. */
final class OrdersAsAsked implements Check {
    private final Look look;
    private final Asked asked;
    private final Map<String, String> opportunities;
    private final Map<String, Row> orders = new HashMap<>();
    private final Map<String, Row> invoices = new HashMap<>();
    private final Map<String, Long> invoiceCounts = new HashMap<>();

    OrdersAsAsked(Look look, Asked asked, Map<String, String> opportunities) {
        this.look = look;
        this.asked = asked;
        this.opportunities = opportunities;
    }

    @Override
    public String promise() {
        return "what was asked for and accepted came about once, to the cent";
    }

    @Override
    public void look(Findings findings) {
        read();
        for (Deal deal : asked.deals()) {
            Row order = orders.remove(reference(deal));
            if (order == null) {
                findings.lost("the order of " + deal.key());
            } else {
                examine(deal, order, findings);
            }
        }
        orders.keySet().forEach(reference -> findings.doubled("an order for which nobody asked: " + reference));
        asked.surprises().forEach(findings::wrong);
    }

    private void read() {
        look.rows(Part.ORDER, "select external_id, order_id::text as order_id, order_number, state from sales_order")
                .forEach(row -> orders.put(row.text("external_id"), row));
        List<Row> issued = look.rows(
                Part.BILLING,
                "select order_id::text as order_id, invoice_number, net_minor, tax_minor, payable_minor, open_minor from invoice");
        issued.forEach(row -> {
            invoices.put(row.text("order_id"), row);
            invoiceCounts.merge(row.text("order_id"), 1L, Long::sum);
        });
    }

    private String reference(Deal deal) {
        return deal.channel() == Deal.Channel.API ? deal.key() : opportunities.get(deal.key());
    }

    private void examine(Deal deal, Row order, Findings findings) {
        String name = deal.key() + " (" + order.text("order_number") + ")";
        String orderId = order.text("order_id");
        if (asked.orderId(deal) != null) {
            findings.equal("the order that was answered for " + name, asked.orderId(deal), orderId);
        }
        if (deal.cancelled()) {
            if (!List.of("CANCELLED", "REJECTED").contains(order.text("state"))) {
                findings.wrong(name + " was cancelled and is " + order.text("state"));
            }
            findings.many("invoices of the cancelled " + name, 0, invoiceCounts.getOrDefault(orderId, 0L));
            return;
        }
        findings.equal("state of " + name, "COMPLETED", order.text("state"));
        findings.one("invoices of " + name, invoiceCounts.getOrDefault(orderId, 0L));
        if (invoices.containsKey(orderId)) {
            invoice(deal, name, invoices.get(orderId), findings);
        }
    }

    private void invoice(Deal deal, String name, Row invoice, Findings findings) {
        findings.same("net of " + name, deal.netMinor(), invoice.number("net_minor"));
        findings.same("tax of " + name, deal.taxMinor(), invoice.number("tax_minor"));
        findings.same("payable of " + name, deal.payableMinor(), invoice.number("payable_minor"));
        long open = Math.max(0, deal.payableMinor() - asked.paidMinor(deal));
        findings.same("open of " + name, open, invoice.number("open_minor"));
    }
}
