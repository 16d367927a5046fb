package io.counterfoil.order.terms;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.UnknownCurrency;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.catalogue.Catalogue;
import io.counterfoil.order.catalogue.Catalogue.Offer;
import io.counterfoil.order.legalentity.LegalEntities;
import io.counterfoil.order.legalentity.LegalEntity;
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

/** Checks what is asked for against catalogue, price books and legal entities; names every rule that is broken. */
@Dependent
public class CheckTerms {

    private final Catalogue catalogue;
    private final PriceList prices;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    CheckTerms(Catalogue catalogue, PriceList prices, LegalEntities entities, BusinessClock clock) {
        this.catalogue = catalogue;
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
        List<Offer> offers = offers(asked, system, breaches);
        if (entity.isPresent() && currencyKnown) {
            checkPrices(asked, offers, today, breaches);
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

    /** Refuses a price that the legal entity's books do not allow today. */
    public void requirePrice(String legalEntityId, String productId, String currency, UnitPrice price) {
        LocalDate today = clock.today(
                entities.find(legalEntityId).map(LegalEntity::timeZone).orElse(java.time.ZoneOffset.UTC));
        ListedPrice listed = prices.listed(PriceScope.of(legalEntityId), List.of(productId), currency, today)
                .get(productId);
        PriceCheck.breach(productId + " in " + currency, currency, listed, price, "/unitPrice")
                .ifPresent(breach -> {
                    throw new OrderNotAcceptable(List.of(breach));
                });
    }

    private List<Offer> offers(OrderTerms asked, String system, List<Breach> breaches) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < asked.lines().size(); i++) {
            String code = asked.lines().get(i).code();
            Offer offer = offer(system, code).orElse(null);
            if (offer == null) {
                breaches.add(unknown(system, code, "/lines/" + i + "/productId"));
            }
            offers.add(offer);
        }
        return offers;
    }

    private Optional<Offer> offer(String system, String code) {
        if (code == null) {
            return Optional.empty();
        }
        return system == null ? catalogue.offer(code) : catalogue.mapped(system, code);
    }

    private static Breach unknown(String system, String code, String pointer) {
        return system == null
                ? new Breach(Rule.PRODUCT_UNKNOWN, pointer, "The product '" + code + "' is not known")
                : new Breach(
                        Rule.PRODUCT_NOT_MAPPED,
                        pointer,
                        "The product code '" + code + "' of " + system + " is not mapped to a product");
    }

    private void checkPrices(OrderTerms asked, List<Offer> offers, LocalDate today, List<Breach> breaches) {
        List<String> products = offers.stream()
                .filter(offer -> offer != null)
                .map(Offer::productId)
                .distinct()
                .toList();
        Map<String, ListedPrice> listed = prices.listed(asked.scope(), products, asked.currency(), today);
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

    private static AcceptableOrder accepted(OrderTerms asked, List<Offer> offers, LocalDate today) {
        List<AcceptableLine> lines = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            lines.add(AcceptableLine.of(
                    offers.get(i), asked.lines().get(i), asked.startDate(), asked.termMonths(), asked.currency()));
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
                asked.timeZone());
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
