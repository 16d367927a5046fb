package io.counterfoil.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Northwind Robotics Inc., NORTHWIND ROBOTICS  INCORPORATED",
        "'Northwind Robotics, Inc', northwind robotics inc",
        "Müller & Söhne GmbH, MULLER AND SOHNE GMBH",
        "Straße Logistik AG, Strasse Logistik Aktiengesellschaft",
        "O'Neill Ltd., ONeill Limited",
        "Sakura Kabushiki Kaisha, Sakura K.K.",
    })
    void names_are_the_same_without_case_accents_and_punctuation(String one, String other) {
        assertThat(Likeness.nameKey(one)).isEqualTo(Likeness.nameKey(other));
    }

    @ParameterizedTest
    @CsvSource({"Acme Inc., Acme GmbH", "Acme Inc., Acme", "Load Test 1 Inc., Load Test 2 Inc."})
    void another_legal_form_or_word_is_another_name(String one, String other) {
        assertThat(Likeness.nameKey(one)).isNotEqualTo(Likeness.nameKey(other));
    }

    @Test
    void names_in_other_scripts_are_kept() {
        assertThat(Likeness.nameKey("株式会社サクラ")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "billing@Northwind.example, , northwind.example",
        ", https://www.northwind.example/about?x=1, northwind.example",
        ", northwind.example:8080, northwind.example",
        "a@mail.northwind.example, https://other.example, mail.northwind.example",
        "someone@gmail.com, , ",
        ", , ",
    })
    void the_domain_comes_from_the_address_else_from_the_website(String email, String website, String domain) {
        assertThat(Likeness.of("Northwind", email, website).domain()).isEqualTo(domain);
    }

    @Test
    void without_a_name_nobody_is_recognised() {
        assertThat(Likeness.of(null, "a@northwind.example", null)).isEqualTo(Likeness.UNKNOWN);
    }
}
