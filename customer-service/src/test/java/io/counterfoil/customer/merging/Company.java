package io.counterfoil.customer.merging;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.customer.Proposal;
import io.counterfoil.customer.customer.WithoutServer;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.TaxRegistration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Customers that are merged and parted, without a server. */
final class Company {

    final TestPostgres postgres = TestPostgres.migrated();
    final Database database = postgres.database();
    final TestBeans beans = WithoutServer.on(postgres);
    final GoldenRecords records = beans.get(GoldenRecords.class);

    UUID customer(List<ExternalReference> references, TaxRegistration... taxIds) {
        Attributes said = new Attributes(
                "Northwind", null, List.of(taxIds), null, null, null, null, null, null, null, null, null, null);
        return fresh(() -> records.begin(new Proposal(said, CustomerState.ACTIVE), references, Origin.person("test")))
                .customerId();
    }

    GoldenRecord get(UUID customer) {
        return records.get(customer);
    }

    void become(UUID customer, CustomerState state, Origin origin) {
        fresh(() -> records.revise(records.locked(customer).in(state), origin));
    }

    void say(UUID customer, TaxRegistration... taxIds) {
        fresh(() -> {
            GoldenRecord now = records.locked(customer);
            return records.revise(now.saying(now.attributes().with(List.of(taxIds))), Origin.person("test"));
        });
    }

    void merge(UUID gone, UUID survivor) {
        fresh(() -> beans.get(MergeCustomer.class).handle(gone, survivor, "the same company"));
    }

    GoldenRecord unmerge(UUID gone) {
        return fresh(() -> beans.get(UnmergeCustomer.class).handle(gone, "two companies after all"));
    }

    <T> T fresh(Supplier<T> work) {
        return postgres.transactions().fresh(work);
    }

    static ExternalReference reference(String system) {
        return new ExternalReference(system, UUID.randomUUID().toString());
    }

    static TaxRegistration tax(String country) {
        return new TaxRegistration("VAT", country, UUID.randomUUID().toString().replace("-", ""));
    }
}
