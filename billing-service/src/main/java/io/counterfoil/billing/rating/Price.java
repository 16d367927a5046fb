package io.counterfoil.billing.rating;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How a consumption becomes an amount. The amount is exact; whoever asks rounds it once. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Price.Flat.class, name = "FLAT"),
    @JsonSubTypes.Type(value = Price.PerUnit.class, name = "PER_UNIT"),
    @JsonSubTypes.Type(value = Price.PackagePrice.class, name = "PACKAGE"),
    @JsonSubTypes.Type(value = Price.Graduated.class, name = "GRADUATED"),
    @JsonSubTypes.Type(value = Price.Volume.class, name = "VOLUME"),
    @JsonSubTypes.Type(value = Price.TopTier.class, name = "TOP_TIER"),
    @JsonSubTypes.Type(value = Percentage.class, name = "PERCENTAGE")
})
public sealed interface Price
        permits Price.Flat,
                Price.PerUnit,
                Price.PackagePrice,
                Price.Graduated,
                Price.Volume,
                Price.TopTier,
                Percentage {

    /** What so much costs. */
    UnitPrice of(Consumption used);

    /** So much, however many units. */
    record Flat(UnitPrice amount) implements Price {
        @Override
        public UnitPrice of(Consumption used) {
            return amount;
        }
    }

    /** So much for each unit. */
    record PerUnit(UnitPrice price) implements Price {
        @Override
        public UnitPrice of(Consumption used) {
            return price.times(used.prorated());
        }
    }

    /** So much for each started package, or only for those that are full. */
    record PackagePrice(UnitPrice price, Quantity size, boolean full) implements Price {

        /** A started one counts whole. */
        public PackagePrice(UnitPrice price, Quantity size) {
            this(price, size, false);
        }

        @Override
        public UnitPrice of(Consumption used) {
            return price.times(
                    full ? used.prorated().fullBlocks(size) : used.prorated().blocks(size));
        }
    }

    /** Each tier for its part; a tier's flat fee when it is reached, that of the first even at zero, unless that is said to be free. */
    record Graduated(List<Tier> tiers, Boolean flatFeeAtZero) implements Price {
        public Graduated {
            tiers = List.copyOf(tiers);
        }

        /** The first flat fee even at zero. */
        public Graduated(List<Tier> tiers) {
            this(tiers, null);
        }

        @Override
        public UnitPrice of(Consumption used) {
            boolean begun =
                    !Boolean.FALSE.equals(flatFeeAtZero) || used.quantity().isPositive();
            return used.parts().isEmpty()
                    ? atOnce(used, begun ? tiers.get(0).flatFee() : UnitPrice.FREE)
                    : new ComingAndGoing(tiers, !Boolean.FALSE.equals(flatFeeAtZero)).of(used.amounts(), used.parts());
        }

        private UnitPrice atOnce(Consumption used, UnitPrice firstFee) {
            UnitPrice fees = firstFee;
            UnitPrice units = UnitPrice.FREE;
            Quantity below = Quantity.ZERO;
            for (Tier tier : tiers) {
                Quantity part = used.quantity().atMost(tier.upTo()).minus(below);
                if (!part.isPositive()) {
                    break;
                }
                units = units.plus(tier.units(part));
                fees = tier == tiers.get(0) ? fees : fees.plus(tier.flatFee());
                below = tier.upTo();
            }
            return used.isProrated() && used.quantity().isPositive()
                    ? units.scaled(used.prorated(), used.quantity()).plus(fees)
                    : units.plus(fees);
        }
    }

    /** The whole quantity at the tier that it reaches, and that tier's flat fee; nothing at zero, unless the first one is due even then. */
    record Volume(List<Tier> tiers, Boolean flatFeeAtZero) implements Price {
        public Volume {
            tiers = List.copyOf(tiers);
        }

        /** Nothing at zero. */
        public Volume(List<Tier> tiers) {
            this(tiers, null);
        }

        @Override
        public UnitPrice of(Consumption used) {
            return Price.atTierReached(tiers, used, Boolean.TRUE.equals(flatFeeAtZero));
        }
    }

    /** The whole quantity, in blocks rounded up, at the tier that it reaches. */
    record TopTier(List<Tier> tiers, Boolean flatFeeAtZero) implements Price {
        public TopTier {
            tiers = List.copyOf(tiers);
        }

        /** Nothing at zero. */
        public TopTier(List<Tier> tiers) {
            this(tiers, null);
        }

        @Override
        public UnitPrice of(Consumption used) {
            return Price.atTierReached(tiers, used, Boolean.TRUE.equals(flatFeeAtZero));
        }
    }

    private static UnitPrice atTierReached(List<Tier> tiers, Consumption used, boolean flatFeeAtZero) {
        if (!used.quantity().isPositive()) {
            return flatFeeAtZero ? tiers.get(0).flatFee() : UnitPrice.FREE;
        }
        Tier reached = tiers.stream()
                .filter(tier -> tier.reaches(used.quantity()))
                .findFirst()
                .orElseThrow();
        return reached.units(used.prorated()).plus(reached.flatFee());
    }
}
