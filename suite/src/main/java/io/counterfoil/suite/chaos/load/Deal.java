package io.counterfoil.suite.chaos.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What somebody buys, and what must come of it: worked out from the request, with nothing of the services' own rules.
 *
 * @param key the business key: there is one order for it, however often it is told
 */
public record Deal(
        String key, Channel channel, int customer, Place place, LocalDate start, boolean cancelled, List<Line> lines) {
    /** How it comes. */
    public enum Channel {
        CRM,
        API
    }

    /** Where the buyer is, with the rate of the reference data. */
    public enum Place {
        CA("0.0825", "90001"),
        NY("0.08875", "10001"),
        TX("0.0825", "73301");

        private final BigDecimal rate;
        private final String postalCode;

        Place(String rate, String postalCode) {
            this.rate = new BigDecimal(rate);
            this.postalCode = postalCode;
        }

        public String postalCode() {
            return postalCode;
        }
    }

    /** What can be bought. */
    public enum Product {
        PLATFORM("PLATFORM-Y", "LS-PLATFORM-Y", "1200.00", true),
        SUPPORT("SUPPORT-Y", "LS-SUPPORT-Y", "365.00", true),
        SETUP("SETUP", "LS-SETUP", "500.00", false);

        private final String id;
        private final String crmCode;
        private final BigDecimal listPrice;
        private final boolean overTime;

        Product(String id, String crmCode, String listPrice, boolean overTime) {
            this.id = id;
            this.crmCode = crmCode;
            this.listPrice = new BigDecimal(listPrice);
            this.overTime = overTime;
        }

        public String id() {
            return id;
        }

        public String crmCode() {
            return crmCode;
        }

        public BigDecimal listPrice() {
            return listPrice;
        }
    }

    /** One product of it. */
    public record Line(Product product, int quantity, BigDecimal unitPrice) {
        long netMinor() {
            return unitPrice
                    .multiply(BigDecimal.valueOf(quantity))
                    .movePointRight(2)
                    .longValueExact();
        }
    }

    public Deal {
        lines = List.copyOf(lines);
    }

    public long netMinor() {
        return lines.stream().mapToLong(Line::netMinor).sum();
    }

    /** Rounded once, over the whole invoice. */
    public long taxMinor() {
        return taxOn(netMinor());
    }

    /** True where another rounding, of each line for itself, would give another tax. */
    public boolean tellsRoundingsApart() {
        return lines.stream().mapToLong(line -> taxOn(line.netMinor())).sum() != taxMinor();
    }

    private long taxOn(long minor) {
        return BigDecimal.valueOf(minor)
                .multiply(place.rate)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public long payableMinor() {
        return netMinor() + taxMinor();
    }

    /** What is earned day by day. */
    public long deferredMinor() {
        return lines.stream()
                .filter(line -> line.product().overTime)
                .mapToLong(Line::netMinor)
                .sum();
    }

    /** What is earned with the invoice. */
    public long earnedMinor() {
        return netMinor() - deferredMinor();
    }
}
