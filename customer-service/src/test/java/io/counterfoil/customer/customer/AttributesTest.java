package io.counterfoil.customer.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.customer.reference.TaxRegistration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesTest {

    @Test
    void what_is_said_replaces_and_what_is_not_said_stays() {
        Attributes said =
                new Attributes("Northwind Inc.", " ", null, null, null, null, null, null, null, null, 45, null, null);
        Attributes merged = said.over(Northwind.attributes());
        assertThat(merged.legalName()).isEqualTo("Northwind Inc.");
        assertThat(merged.paymentTermsDays()).isEqualTo(45);
        assertThat(merged.tradingName()).isEqualTo("Northwind Robotics");
        assertThat(merged.taxRegistrations()).isEqualTo(Northwind.attributes().taxRegistrations());
    }

    @Test
    void the_same_said_again_is_no_difference_even_if_a_tax_id_is_written_otherwise() {
        Attributes said = Northwind.attributes().with(List.of(new TaxRegistration("EIN", "US", "US 123456789")));
        assertThat(said.over(Northwind.attributes())).isEqualTo(Northwind.attributes());
    }

    @Test
    void a_tax_id_of_a_kind_replaces_the_one_before_and_others_stay() {
        TaxRegistration vat = new TaxRegistration("VAT", "DE", "DE1");
        TaxRegistration corrected = new TaxRegistration("VAT", "DE", "DE2");
        TaxRegistration ein = new TaxRegistration("EIN", "US", "12-3456789");
        Attributes known = Northwind.attributes().with(List.of(vat, ein));
        assertThat(known.with(List.of(corrected)).over(known).taxRegistrations())
                .containsExactly(corrected, ein);
    }

    @Test
    void all_wrong_fields_are_named_at_once() {
        Attributes wrong = new Attributes(
                "x".repeat(201),
                null,
                List.of(new TaxRegistration("vat", "XX", "--")),
                new Address(null, null, null, null, null, "USA"),
                List.of(new Site("?", null)),
                List.of(new Contact("BILLING", null, null, "1")),
                "no address",
                "nothing",
                null,
                "XYZ",
                -1,
                null,
                null);
        assertThatThrownBy(() -> AttributesCheck.check(wrong))
                .isInstanceOfSatisfying(Invalid.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::pointer)
                        .contains(
                                "/legalName",
                                "/taxRegistrations/0/scheme",
                                "/taxRegistrations/0/country",
                                "/taxRegistrations/0/id",
                                "/billingAddress/country",
                                "/addresses/0/kind",
                                "/addresses/0/address",
                                "/contacts/0",
                                "/email",
                                "/website",
                                "/currency",
                                "/paymentTermsDays"));
    }

    @Test
    void a_golden_record_needs_a_name() {
        Attributes nameless = Attributes.SILENCE;
        AttributesCheck.check(nameless);
        assertThatThrownBy(() -> AttributesCheck.checkWhole(nameless)).hasMessageContaining("/legalName");
    }

    @Test
    void two_tax_ids_of_one_kind_are_refused() {
        Attributes twice = Northwind.attributes()
                .with(List.of(new TaxRegistration("VAT", "DE", "1"), new TaxRegistration("VAT", "DE", "2")));
        assertThatThrownBy(() -> AttributesCheck.check(twice)).hasMessageContaining("/taxRegistrations/1");
    }

    @Test
    void a_merge_patch_changes_removes_and_leaves_alone() throws JsonProcessingException {
        Attributes patched =
                patch("{\"tradingName\":null,\"segment\":\"SMB\",\"billingAddress\":{\"line2\":\"Floor 2\"}}");
        assertThat(patched.tradingName()).isNull();
        assertThat(patched.segment()).isEqualTo("SMB");
        assertThat(patched.billingAddress().line1()).isEqualTo("100 Harbor Way");
        assertThat(patched.billingAddress().line2()).isEqualTo("Floor 2");
        assertThat(patched.email()).isEqualTo(Northwind.attributes().email());
    }

    @Test
    void a_merge_patch_of_an_unknown_field_is_refused_by_name() {
        assertThatThrownBy(() -> patch("{\"creditLimit\":1}"))
                .isInstanceOfSatisfying(Invalid.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/creditLimit"));
    }

    private static Attributes patch(String json) throws JsonProcessingException {
        return MergePatch.apply(Json.strict().readTree(json), Northwind.attributes());
    }
}
