package io.counterfoil.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same company in a hundred spellings, from a seed that is printed. */
class SpellingsTest {

    private static final long SEED = Long.getLong("counterfoil.seed", 20261121L);
    private static final int SPELLINGS = 100;
    private static final String[][] FORMS = {
        {"GmbH", "G.m.b.H.", "Gesellschaft mit beschränkter Haftung", "GMBH", "ＧｍｂＨ"},
        {"Inc.", "Inc", "Incorporated", ", INC."},
        {"S.p.A.", "SpA", "Società per Azioni", "s.p.a."},
        {"Ltd.", "Limited", "LTD", "Co., Ltd."},
        {"Sp. z o.o.", "sp. z o. o.", "Spółka z ograniczoną odpowiedzialnością"},
        {"K.K.", "Kabushiki Kaisha", "KK"},
        {"S.A. de C.V.", "SA de CV"}
    };
    private static final String[] NAMES = {
        "Müller & Söhne Maschinenbau",
        "Northwind Robotics",
        "Café Lumière Distribution",
        "Ærø Østersø Shipping",
        "Łódź Włókno",
        "O'Hara Freight Lines",
        "Sakura Optics"
    };

    @Test
    void all_spellings_of_a_company_are_one_company_for_certain() {
        System.err.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < SPELLINGS; i++) {
            String name = NAMES[random.nextInt(NAMES.length)];
            String[] forms = FORMS[random.nextInt(FORMS.length)];
            Likeness one = company(name + " " + forms[0]);
            Likeness other = company(spelled(name, random) + " " + forms[random.nextInt(forms.length)]);
            Score score = Score.of(other, one, false);
            assertThat(score.sure()).as(one + " and " + other + " " + score).isTrue();
            assertThat(other.keys()).as("found by " + other).containsAnyElementsOf(one.keys());
        }
    }

    @Test
    void a_misspelt_name_is_never_another_company_and_never_a_certain_one() {
        Random random = new Random(SEED);
        for (int i = 0; i < SPELLINGS; i++) {
            String name = NAMES[random.nextInt(NAMES.length)];
            Likeness misspelt = company(withSlip(name, random) + " Inc.");
            Score score = Score.of(misspelt, company(name + " Inc."), false);
            assertThat(score.isWorthALook()).as(misspelt + " " + score).isTrue();
        }
    }

    @Test
    void two_companies_are_never_taken_for_one_for_certain() {
        for (String one : NAMES) {
            for (String other : NAMES) {
                if (!one.equals(other)) {
                    Score score = Score.of(company(one + " Inc."), company(other + " Inc."), false);
                    assertThat(score.isWorthALook()).as(one + ", " + other).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Acme GmbH, Acme Inc.",
        "Load Test 1 Inc., Load Test 2 Inc.",
        "Contoso East Ltd., Contoso West Ltd.",
        "Unit 7 Storage Inc., Unit 71 Storage Inc."
    })
    void another_form_number_or_word_is_never_sure(String one, String other) {
        assertThat(Score.of(company(one), company(other), false).sure()).isFalse();
    }

    @Test
    void legal_forms_that_stand_first_are_known_too() {
        assertThat(CompanyName.of("株式会社サクラ光学")).isEqualTo(CompanyName.of("サクラ光学株式会社"));
        assertThat(CompanyName.of("ООО «Ромашка»").form()).isEqualTo("ooo");
        assertThat(CompanyName.of("PT Nusantara Kargo").core()).isEqualTo("nusantara kargo");
        assertThat(CompanyName.of("SA").core()).isEqualTo("sa");
        assertThat(CompanyName.of("Company 12 Inc.")).isEqualTo(new CompanyName("company 12", "inc"));
    }

    @Test
    void neither_a_name_alone_nor_an_address_alone_is_a_match() {
        Likeness named = Likeness.of("Northwind Robotics Inc.", null, null);
        assertThat(Score.of(named, named, false).isWorthALook()).isFalse();
        Place place = Place.of("US", "94607", "100 Harbor Way");
        Likeness other = Likeness.of("Harbor Bakery LLC", null, null, place);
        assertThat(Score.of(Likeness.of("Northwind Robotics Inc.", null, null, place), other, false)
                        .points())
                .isZero();
    }

    @Test
    void the_same_name_at_the_same_address_is_sure_unless_a_tax_id_contradicts() {
        Place place = Place.of("US", "94607", "100 Harbor Street");
        Place abbreviated = Place.of("US", "94607", "100 harbor st.");
        Likeness one = Likeness.of("Northwind Robotics Inc.", null, null, place);
        Likeness other = Likeness.of("NORTHWIND ROBOTICS, INC", null, null, abbreviated);
        assertThat(Score.of(one, other, false).sure()).isTrue();
        assertThat(Score.of(one, other, true).sure()).isFalse();
    }

    private static Likeness company(String name) {
        return Likeness.of(name, "billing@shared-domain.example", null);
    }

    /** Ways of writing that leave the letters alone. */
    private static String spelled(String name, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.toLowerCase(Locale.ROOT).replace(" ", "  ");
            case 2 ->
                name.replace("&", "und").replace("ü", "u").replace("ö", "o").replace("é", "e");
            case 3 -> name.replace(" ", "-").replace("'", "’");
            case 4 -> name.replace("ü", "ue").replace("ö", "oe");
            case 5 -> wide(name);
            default -> "The " + shuffled(name, random);
        };
    }

    private static String wide(String name) {
        StringBuilder wide = new StringBuilder();
        name.chars().forEach(at -> wide.appendCodePoint(at > 0x20 && at < 0x7F ? at + 0xFEE0 : at));
        return wide.toString();
    }

    private static String shuffled(String name, Random random) {
        List<String> words = new ArrayList<>(List.of(name.replace(" & ", " ").split(" ")));
        java.util.Collections.shuffle(words, random);
        return String.join(" ", words);
    }

    /** Two neighbours swapped, in the longest word. */
    private static String withSlip(String name, Random random) {
        String longest = List.of(name.split(" ")).stream()
                .max(java.util.Comparator.comparing(String::length))
                .orElseThrow();
        int at = 1 + random.nextInt(longest.length() - 2);
        String slip =
                longest.substring(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.substring(at + 2);
        return name.replace(longest, slip);
    }
}
