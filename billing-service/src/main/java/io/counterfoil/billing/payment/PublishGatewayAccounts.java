package io.counterfoil.billing.payment;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.GatewayAccounts.Published;
import io.counterfoil.billing.payment.PaymentJson.AccountJson;
import io.counterfoil.billing.payment.PaymentJson.GatewayPublication;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.UnknownCurrency;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Publishes which legal entity receives which currency through a gateway. */
@UseCase
class PublishGatewayAccounts {

    /** The gateways that we have an adapter for. */
    private static final Set<String> GATEWAYS = Set.of("stripe");

    private final GatewayAccounts accounts;
    private final LegalEntities entities;

    @Inject
    PublishGatewayAccounts(GatewayAccounts accounts, LegalEntities entities) {
        this.accounts = accounts;
        this.entities = entities;
    }

    Published handle(String gateway, GatewayPublication wanted, String ifMatch) {
        if (!GATEWAYS.contains(gateway)) {
            throw new Invalid("", "the gateway must be one of " + GATEWAYS);
        }
        Map<String, String> byCurrency = byCurrency(wanted.accounts());
        entities.byIds(Set.copyOf(byCurrency.values()));
        Published there = accounts.of(gateway);
        if (ifMatch != null) {
            ETags.require(ifMatch, there.version());
        }
        if (there.legalEntities().equals(byCurrency)) {
            return there;
        }
        accounts.replace(gateway, byCurrency, there.version() + 1);
        return accounts.of(gateway);
    }

    private static Map<String, String> byCurrency(List<AccountJson> wanted) {
        Map<String, String> byCurrency = new TreeMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String pointer = "/accounts/" + i + "/currency";
            if (byCurrency.put(wanted.get(i).currency(), wanted.get(i).legalEntityId()) != null) {
                throw new Invalid(pointer, "is there twice");
            }
            try {
                Money.decimals(wanted.get(i).currency());
            } catch (UnknownCurrency unknown) {
                throw new Invalid(pointer, "is no ISO 4217 currency");
            }
        }
        return byCurrency;
    }
}
