package io.counterfoil.customer.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.counterfoil.common.db.Database;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.Proposal;
import io.counterfoil.customer.matching.AmbiguousMatch;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.onboarding.OnboardCustomer.Onboarded;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.inject.Inject;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the server, on the archive that ships: real transactions, real JPA, a real PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
class OnboardingIT {

    @Inject
    OnboardCustomer onboard;

    @Inject
    Database database;

    @Deployment
    static WebArchive customerService() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/customer-service.war"))
                .addAsWebInfResource(
                        new StringAsset("<web-ext><context-root uri=\"/\"/></web-ext>"), "ibm-web-ext.xml");
    }

    @Test
    void the_same_said_again_changes_nothing_and_tells_nothing() {
        ExternalReference reference = reference();
        Onboarded first = onboard.handle(reference, said("Again Inc.", tax()));
        long told = told(first);
        Onboarded second = onboard.handle(
                reference, said("Again Inc.", first.customer().attributes().taxRegistrations()));
        assertEquals(MatchedBy.NONE, first.by());
        assertEquals(MatchedBy.REFERENCE, second.by());
        assertEquals(first.customer(), second.customer());
        assertEquals(told, told(first));
        assertEquals(1, told);
    }

    @Test
    void a_change_makes_a_version_a_line_of_history_and_a_fact() {
        ExternalReference reference = reference();
        Onboarded first = onboard.handle(reference, said("Before Inc.", tax()));
        Onboarded second = onboard.handle(reference, said("After Inc.", List.of()));
        assertEquals(1, first.customer().version());
        assertEquals(2, second.customer().version());
        assertEquals(2, told(first));
        assertEquals(
                "[\"legalName\"]",
                database.query(
                                "select changed_attributes from customer_version where customer_id = ? and version = 2",
                                first.customer().customerId())
                        .one(row -> row.text("changed_attributes"))
                        .orElseThrow());
    }

    @Test
    void twenty_callers_with_one_new_reference_end_in_one_customer() throws Exception {
        ExternalReference reference = reference();
        List<TaxRegistration> tax = tax();
        assertEquals(
                1,
                atOnce(20, i -> onboard.handle(reference, said("Together Inc.", tax)))
                        .size());
    }

    @Test
    void twenty_callers_with_one_new_tax_id_end_in_one_customer_with_twenty_references() throws Exception {
        List<TaxRegistration> tax = tax();
        Set<UUID> customers = atOnce(20, i -> onboard.handle(reference(), said("Taxed Inc.", tax)));
        assertEquals(1, customers.size());
        assertEquals(
                20,
                database.query(
                                "select count(*) as many from customer_reference where customer_id = ?",
                                customers.iterator().next())
                        .one(row -> row.longValue("many"))
                        .orElseThrow());
    }

    @Test
    void a_reference_and_a_tax_id_of_two_customers_are_not_guessed() {
        ExternalReference one = reference();
        List<TaxRegistration> other = tax();
        onboard.handle(one, said("One Inc.", tax()));
        onboard.handle(reference(), said("Other Inc.", other));
        assertThrows(AmbiguousMatch.class, () -> onboard.handle(one, said("One Inc.", other)));
    }

    @Test
    void the_second_reference_fills_gaps_and_does_not_overrule_the_first() {
        List<TaxRegistration> tax = tax();
        onboard.handle(reference(), said("Leading Inc.", tax));
        Attributes others = new Attributes(
                "Following Inc.", "Follower", tax, null, null, null, null, null, null, null, 60, null, null);
        Onboarded second = onboard.handle(reference(), saying(others));
        assertEquals(MatchedBy.TAX_ID, second.by());
        assertEquals("Leading Inc.", second.customer().attributes().legalName());
        assertEquals("Follower", second.customer().attributes().tradingName());
        assertEquals(30, second.customer().attributes().paymentTermsDays());
    }

    @Test
    void history_can_not_be_changed() {
        onboard.handle(reference(), said("Remembered Inc.", tax()));
        RuntimeException refused = assertThrows(
                RuntimeException.class, () -> database.update("update customer_version set changed_by = 'nobody'"));
        assertTrue(refused.getMessage().contains("history"), refused.getMessage());
    }

    private interface Call {
        Onboarded number(int i);
    }

    private Set<UUID> atOnce(int times, Call call) throws Exception {
        List<Callable<UUID>> calls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            calls.add(() -> call.number(number).customer().customerId());
        }
        ExecutorService threads = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        Set<UUID> ids = new HashSet<>();
        for (Future<UUID> done : threads.invokeAll(calls)) {
            ids.add(done.get());
        }
        return ids;
    }

    private long told(Onboarded onboarded) {
        return database.query(
                        "select count(*) as many from outbox where subject = ?",
                        onboarded.customer().customerId().toString())
                .one(row -> row.longValue("many"))
                .orElseThrow();
    }

    private static ExternalReference reference() {
        return new ExternalReference("crm", UUID.randomUUID().toString());
    }

    private static List<TaxRegistration> tax() {
        return List.of(new TaxRegistration("EIN", "US", UUID.randomUUID().toString()));
    }

    private static Said said(String name, List<TaxRegistration> tax) {
        return saying(new Attributes(name, null, tax, null, null, null, null, null, null, "USD", null, null, null));
    }

    private static Said saying(Attributes attributes) {
        return new Said(attributes.document(), new Proposal(attributes, null), null, true);
    }
}
