package io.counterfoil.order.terms;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.UnknownCurrency;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.catalogue.Catalogue;
import io.counterfoil.order.catalogue.Catalogue.Offer;
import io.counterfoil.order.legalentity.LegalEntities;
import io.counterfoil.order.legalentity.LegalEntity;
import io.counterfoil.order.mapping.MappedProducts;
import io.counterfoil.order.pricebook.ListedPrice;
import io.counterfoil.order.pricebook.PriceList;
import io.counterfoil.order.pricebook.PriceScope;
import io.counterfoil.order.pricing.UnitPrice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks what is asked for against catalogue, price books and legal entities; names every rule that is broken. */
@Dependent
public class CheckTerms {

    private final Catalogue catalogue;
    private final MappedProducts mapped;
    private final PriceList prices;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    CheckTerms(
            Catalogue catalogue, MappedProducts mapped, PriceList prices, LegalEntities entities, BusinessClock clock) {
        this.catalogue = catalogue;
        this.mapped = mapped;
        this.prices = prices;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * The order with what follows from its products.
     *
     * @param system whose product codes the lines have; null when they are our own
     * @throws OrderNotAcceptable naming all broken rules
     */
    public AcceptableOrder check(OrderTerms asked, String system) {
        return check(asked, system, PriceAuthority.LISTED).order();
    }

    /**
     * A deal whose lines are sold by several legal entities: one order for each, all of them good or none.
     *
     * @throws OrderNotAcceptable naming all broken rules of all parts
     */
    public List<AcceptableOrder> checkParts(OrderTerms asked, String system, PriceAuthority authority) {
        List<AcceptableOrder> parts = new ArrayList<>();
        List<Breach> breaches = new ArrayList<>();
        List<String> sellers = asked.lines().isEmpty() ? List.of() : asked.sellers();
        if (sellers.size() < 2 && asked.lines().stream().allMatch(line -> line.legalEntityId() == null)) {
            return List.of(check(asked, system, authority).order());
        }
        for (String seller : sellers) {
            try {
                parts.add(check(asked.soldBy(seller), system, authority).order());
            } catch (OrderNotAcceptable part) {
                breaches.addAll(part.inTheWhole(asked.places(seller)));
            }
        }
        if (!breaches.isEmpty()) {
            throw new OrderNotAcceptable(breaches);
        }
        return parts;
    }

    /**
     * The same for prices that somebody may approve, or has approved.
     *
     * @throws OrderNotAcceptable naming all broken rules but those for approvers
     */
    public Checked check(OrderTerms asked, String system, PriceAuthority authority) {
        List<Breach> breaches = new ArrayList<>();
        Optional<LegalEntity> entity =
                Optional.ofNullable(asked.legalEntityId()).flatMap(entities::find);
        if (entity.isEmpty()) {
            breaches.add(new Breach(
                    Rule.LEGAL_ENTITY_UNKNOWN,
                    "/legalEntityId",
                    "The legal entity '" + asked.legalEntityId() + "' is not known"));
        }
        boolean currencyKnown = isCurrency(asked.currency());
        if (!currencyKnown) {
            breaches.add(new Breach(Rule.CURRENCY_UNKNOWN, "/currency", "'" + asked.currency() + "' is no currency"));
        }
        LocalDate today = clock.today(entity.map(LegalEntity::timeZone).orElse(java.time.ZoneOffset.UTC));
        breaches.addAll(Sense.of(asked, today));
        List<Offer> offers = offers(asked, system, today, breaches);
        if (entity.isPresent() && currencyKnown) {
            checkPrices(asked, entity.get(), offers, today, breaches);
        }
        List<Breach> forApprovers = breaches.stream()
                .filter(breach -> authority.mayDecide(breach.rule()))
                .toList();
        breaches.removeAll(forApprovers);
        if (!breaches.isEmpty()) {
            throw new OrderNotAcceptable(breaches);
        }
        return new Checked(worthSomething(accepted(asked, offers, today)), forApprovers);
    }

    /**
     * An order that holds all rules but those for approvers.
     *
     * @param forApprovers what only two people may allow
     */
    public record Checked(AcceptableOrder order, List<Breach> forApprovers) {}

    /** The product that a legal entity sells today, bundles left out: their parts can be had one by one. */
    public Optional<Offer> sold(String legalEntityId, String productId) {
        return productId == null
                ? Optional.empty()
                : catalogue.offer(productId, today(legalEntityId)).filter(offer -> !offer.isBundle());
    }

    private LocalDate today(String legalEntityId) {
        return clock.today(
                entities.find(legalEntityId).map(LegalEntity::timeZone).orElse(java.time.ZoneOffset.UTC));
    }

    /** Refuses a price that the books which speak for the scope do not allow today. */
    public void requirePrice(PriceScope scope, String productId, String currency, UnitPrice price) {
        LocalDate today = today(scope.legalEntityId());
        ListedPrice listed =
                prices.listed(scope, List.of(productId), currency, today).get(productId);
        PriceCheck.breach(productId + " in " + currency, currency, listed, price, "/unitPrice")
                .ifPresent(breach -> {
                    throw new OrderNotAcceptable(List.of(breach));
                });
    }

    private List<Offer> offers(OrderTerms asked, String system, LocalDate today, List<Breach> breaches) {
        List<String> codes = asked.lines().stream()
                .map(LineTerms::code)
                .filter(code -> code != null)
                .distinct()
                .toList();
        Map<String, String> ids = system == null
                ? codes.stream().collect(Collectors.toMap(code -> code, code -> code))
                : mapped.of(system, codes, today);
        Map<String, Offer> sold = catalogue.offers(ids.values(), today);
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < asked.lines().size(); i++) {
            String code = asked.lines().get(i).code();
            Offer offer = code == null || !ids.containsKey(code) ? null : sold.get(ids.get(code));
            if (offer == null) {
                breaches.add(unknown(system, code, "/lines/" + i + "/productId"));
            } else {
                notPriced(offer, asked.currency(), "/lines/" + i + "/productId").ifPresent(breaches::add);
            }
            offers.add(offer);
        }
        return offers;
    }

    /** The price of a bundle is shared over its parts by what they cost on their own. */
    private static Optional<Breach> notPriced(Offer offer, String currency, String pointer) {
        return offer.parts().stream()
                .map(part -> part.offer())
                .filter(part -> part.standalonePrice(currency).isEmpty())
                .findFirst()
                .map(part -> new Breach(
                        Rule.BUNDLE_NOT_PRICED,
                        pointer,
                        "Nobody has said what " + part.productId() + " of bundle " + offer.productId()
                                + " costs on its own in " + currency));
    }

    private static Breach unknown(String system, String code, String pointer) {
        return system == null
                ? new Breach(
                        Rule.PRODUCT_UNKNOWN, pointer, "The product '" + code + "' is not known, or not sold today")
                : new Breach(
                        Rule.PRODUCT_NOT_MAPPED,
                        pointer,
                        "The product code '" + code + "' of " + system + " is not mapped to a product");
    }

    private void checkPrices(
            OrderTerms asked, LegalEntity entity, List<Offer> offers, LocalDate today, List<Breach> breaches) {
        List<String> products = offers.stream()
                .filter(offer -> offer != null)
                .map(Offer::productId)
                .distinct()
                .toList();
        Map<String, ListedPrice> listed = prices.listed(asked.scope(), products, asked.currency(), today);
        if (listed.isEmpty() && !products.isEmpty() && !isSold(entity, asked.currency(), today)) {
            breaches.add(new Breach(
                    Rule.CURRENCY_NOT_SOLD,
                    "/currency",
                    "The legal entity '" + entity.legalEntityId() + "' does not sell in " + asked.currency()));
            return;
        }
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            UnitPrice price = asked.lines().get(i).unitPrice();
            if (offer != null && price != null) {
                String what = offer.productId() + " in " + asked.currency();
                PriceCheck.breach(
                                what,
                                asked.currency(),
                                listed.get(offer.productId()),
                                price,
                                "/lines/" + i + "/unitPrice")
                        .ifPresent(breaches::add);
            }
        }
    }

    /** In its own currency it may sell; in another one when a price book of today says so. */
    private boolean isSold(LegalEntity entity, String currency, LocalDate today) {
        return currency.equals(entity.functionalCurrency()) || prices.sells(entity.legalEntityId(), currency, today);
    }

    private static AcceptableOrder accepted(OrderTerms asked, List<Offer> offers, LocalDate today) {
        List<AcceptableLine> lines = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            lines.addAll(AcceptableLine.allOf(
                    offers.get(i), asked.lines().get(i), i, asked.startDate(), asked.termMonths(), asked.currency()));
        }
        return new AcceptableOrder(
                asked.legalEntityId(),
                asked.currency(),
                today,
                asked.startDate(),
                asked.termMonths(),
                asked.paymentTermsDays() == null ? Sense.USUAL_PAYMENT_TERMS : asked.paymentTermsDays(),
                asked.purchaseOrderReference(),
                lines,
                asked.paymentTermsDays() == null,
                asked.timeZone(),
                asked.scope());
    }

    private static AcceptableOrder worthSomething(AcceptableOrder order) {
        if (!order.totalContractValue().isPositive()) {
            throw new OrderNotAcceptable(Rule.NOTHING_ORDERED, "/lines", "The order is worth nothing");
        }
        return order;
    }

    private static boolean isCurrency(String currency) {
        try {
            return currency != null && Money.decimals(currency) >= 0;
        } catch (UnknownCurrency unknown) {
            return false;
        }
    }
}
