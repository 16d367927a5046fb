package io.counterfoil.customer.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.customer.server.CustomerApi;
import io.counterfoil.customer.server.CustomerApi.Answer;
import java.io.File;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tasks for people, matching in bulk and the quality of records, on the archive that ships. */
@ExtendWith(ArquillianExtension.class)
class MatchingApiIT {

    private final CustomerApi integration = CustomerApi.as("integration");
    private final CustomerApi support = CustomerApi.as("support");
    private final String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Deployment(testable = false)
    static WebArchive customerService() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/customer-service.war"))
                .addAsWebInfResource(
                        new StringAsset("<web-ext><context-root uri=\"/\"/></web-ext>"), "ibm-web-ext.xml");
    }

    @Test
    void a_person_says_that_a_misspelt_account_means_a_customer_whom_we_know() throws Exception {
        Answer known = integration.put(reference("crm"), said("Company")).expect(201);
        String erp = reference("erp");
        integration.put(erp, said("Comapny")).refused(409, "ambiguous-match");
        JsonNode task = task(erp);
        String path = "/v1/match-reviews/" + task.path("reviewId").asText();
        Answer sides = support.get(path).expect(200);
        assertThat(sides.text("/sides/0/goldenRecord/customerId")).isEqualTo(known.text("/customerId"));
        assertThat(sides.text("/sides/0/differs/0")).isEqualTo("legalName");
        String decision = "{\"customerId\":\"" + known.text("/customerId") + "\",\"reason\":\"a slip\"}";
        assertThat(support.post(path + "/decision", decision).expect(200).text("/decision"))
                .isEqualTo("SAME");
        support.post(path + "/decision", decision).refused(409, "illegal-move");
        assertThat(integration.put(erp, said("Comapny")).expect(200).text("/customerId"))
                .isEqualTo(known.text("/customerId"));
        assertThat(CustomerApi.as("operator")
                        .get("/v1/exceptions?state=OPEN&subject="
                                + erp.substring("/v1/customers/by-reference/".length())
                                        .replace('/', ':'))
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void a_person_says_that_it_is_nobody_whom_we_know() throws Exception {
        Answer known = integration.put(reference("crm"), said("Company")).expect(201);
        String erp = reference("erp");
        integration.put(erp, said("Comapny")).refused(409, "ambiguous-match");
        String path = "/v1/match-reviews/" + task(erp).path("reviewId").asText() + "/decision";
        support.post(path, "{\"reason\":\"neither\"}").refused(422, "invalid");
        support.post(path, "{\"newCustomer\":true,\"reason\":\"a sister\"}").expect(200);
        assertThat(integration.get(erp).expect(200).text("/customerId")).isNotEqualTo(known.text("/customerId"));
    }

    @Test
    void accounts_are_matched_in_bulk_and_the_quality_of_records_is_reported() throws Exception {
        Answer known = integration.put(reference("crm"), said("Company")).expect(201);
        String run = "/v1/match-runs/"
                + integration
                        .post("/v1/match-runs", "{\"name\":\"a migration\"}")
                        .expect(201)
                        .text("/runId");
        String accounts = "{\"system\":\"old\",\"accounts\":[{\"id\":\"A\",\"says\":" + said("COMPANY")
                + "},{\"id\":\"B\",\"says\":{\"legalName\":\"Other " + mark + " Ltd\"}}]}";
        Answer report = integration.post(run + "/accounts", accounts).expect(200);
        assertThat(report.json().at("/outcomes/NAME_AND_DOMAIN").asInt()).isEqualTo(1);
        assertThat(report.json().at("/outcomes/NEW").asInt()).isEqualTo(1);
        assertThat(integration
                        .get(run + "/results?outcome=NAME_AND_DOMAIN")
                        .expect(200)
                        .text("/items/0/customerId"))
                .isEqualTo(known.text("/customerId"));
        assertThat(integration.get(run).expect(200).json().at("/accounts").asInt())
                .isEqualTo(2);
        assertThat(support.get("/v1/data-quality").expect(200).json().get("rules"))
                .hasSize(9);
        support.get("/v1/data-quality/NO_LEGAL_ENTITY?limit=5").expect(200);
        support.get("/v1/data-quality/LIKE_ANOTHER").expect(200);
        support.get("/v1/data-quality/NO_SHOES").expect(404);
    }

    private JsonNode task(String path) throws Exception {
        String id = path.substring(path.lastIndexOf('/') + 1);
        for (JsonNode task : support.get("/v1/match-reviews?state=OPEN&limit=200")
                .expect(200)
                .json()
                .get("items")) {
            if (task.at("/reference/id").asText().equals(id)) {
                return task;
            }
        }
        throw new AssertionError("no task for " + path);
    }

    private static String reference(String system) {
        return "/v1/customers/by-reference/" + system + "/" + UUID.randomUUID();
    }

    private String said(String name) {
        return "{\"legalName\":\"" + name + " " + mark + " Inc.\",\"email\":\"billing@" + mark + ".example\"}";
    }
}
