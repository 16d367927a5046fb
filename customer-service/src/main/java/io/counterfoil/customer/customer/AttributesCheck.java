package io.counterfoil.customer.customer;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.customer.reference.TaxRegistration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at every field of what is said about a customer and names all that can't be accepted, at once. */
final class AttributesCheck {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern WEBSITE = Pattern.compile("(https?://)?[^\\s/@]+\\.[^\\s/@]+(/\\S*)?");
    private static final Pattern SCHEME = Pattern.compile("[A-Z][A-Z0-9_]{0,19}");
    private static final int MOST_OF_A_KIND = 20;
    private static final int LONGEST_TERMS = 365;

    private final List<FieldError> errors = new ArrayList<>();

    private AttributesCheck() {}

    /** Refuses with all wrong fields; what is not said is not wrong. */
    static void check(Attributes said) {
        AttributesCheck check = new AttributesCheck();
        check.texts(said);
        check.address("/billingAddress", said.billingAddress());
        check.sites(said.addresses());
        check.contacts(said.contacts());
        check.registrations(said.taxRegistrations());
        check.refuseIfWrong();
    }

    /** As {@link #check}, for a whole golden record, which can't be without a name. */
    static void checkWhole(Attributes said) {
        if (said.legalName() == null) {
            throw new Invalid("/legalName", "is needed");
        }
        check(said);
    }

    private void texts(Attributes said) {
        length("/legalName", said.legalName(), 200);
        length("/tradingName", said.tradingName(), 200);
        email("/email", said.email());
        length("/website", said.website(), 300);
        length("/segment", said.segment(), 60);
        length("/region", said.region(), 60);
        length("/legalEntityId", said.legalEntityId(), 20);
        wrongIf(said.website() != null && !WEBSITE.matcher(said.website()).matches(), "/website", "is no web address");
        wrongIf(said.currency() != null && !isCurrency(said.currency()), "/currency", "is no currency of ISO 4217");
        Integer terms = said.paymentTermsDays();
        wrongIf(terms != null && (terms < 0 || terms > LONGEST_TERMS), "/paymentTermsDays", "is not within 0 and 365");
    }

    private void address(String at, Address address) {
        if (address == null) {
            return;
        }
        country(at + "/country", address.country());
        length(at + "/line1", address.line1(), 200);
        length(at + "/line2", address.line2(), 200);
        length(at + "/city", address.city(), 120);
        length(at + "/region", address.region(), 120);
        length(at + "/postalCode", address.postalCode(), 30);
    }

    private void sites(List<Site> sites) {
        List<Site> all = sites == null ? List.of() : sites;
        wrongIf(all.size() > MOST_OF_A_KIND, "/addresses", "are more than " + MOST_OF_A_KIND);
        for (int i = 0; i < Math.min(all.size(), MOST_OF_A_KIND); i++) {
            Site each = all.get(i);
            String at = "/addresses/" + i;
            wrongIf(each.kind() == null || !SCHEME.matcher(each.kind()).matches(), at + "/kind", "is no kind");
            wrongIf(each.address() == null, at + "/address", "is needed");
            address(at + "/address", each.address());
            boolean again = all.subList(0, i).stream()
                    .anyMatch(other -> other.kind() != null && other.kind().equals(each.kind()));
            wrongIf(again, at + "/kind", "is the second of its kind");
        }
    }

    private void contacts(List<Contact> contacts) {
        List<Contact> all = contacts == null ? List.of() : contacts;
        wrongIf(all.size() > MOST_OF_A_KIND, "/contacts", "are more than " + MOST_OF_A_KIND);
        for (int i = 0; i < Math.min(all.size(), MOST_OF_A_KIND); i++) {
            Contact each = all.get(i);
            String at = "/contacts/" + i;
            wrongIf(each.name() == null && each.email() == null, at, "needs a name or an e-mail address");
            length(at + "/role", each.role(), 60);
            length(at + "/name", each.name(), 200);
            length(at + "/phone", each.phone(), 60);
            email(at + "/email", each.email());
        }
    }

    private void email(String at, String email) {
        length(at, email, 254);
        wrongIf(email != null && !EMAIL.matcher(email).matches(), at, "is no e-mail address");
    }

    private void registrations(List<TaxRegistration> registrations) {
        wrongIf(registrations.size() > MOST_OF_A_KIND, "/taxRegistrations", "are more than " + MOST_OF_A_KIND);
        for (int i = 0; i < Math.min(registrations.size(), MOST_OF_A_KIND); i++) {
            TaxRegistration each = registrations.get(i);
            String at = "/taxRegistrations/" + i;
            country(at + "/country", each.country());
            wrongIf(each.scheme() == null || !SCHEME.matcher(each.scheme()).matches(), at + "/scheme", "is no scheme");
            length(at + "/id", each.id(), 60);
            wrongIf(each.id() == null || each.country() == null || !each.hasNumber(), at + "/id", "is no tax id");
            wrongIf(
                    repeats(registrations.subList(0, i), each),
                    at,
                    "is the second of its scheme and country, or number");
        }
    }

    private boolean repeats(List<TaxRegistration> before, TaxRegistration each) {
        return errors.isEmpty()
                && before.stream().anyMatch(other -> other.isOfSameKindAs(each) || other.isSameNumberAs(each));
    }

    private void country(String pointer, String country) {
        wrongIf(country == null || !COUNTRIES.contains(country), pointer, "is no country of ISO 3166-1 alpha-2");
    }

    private void length(String pointer, String text, int most) {
        wrongIf(text != null && text.length() > most, pointer, "is longer than " + most + " characters");
        wrongIf(text != null && text.chars().anyMatch(Character::isISOControl), pointer, "has control characters");
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private void wrongIf(boolean wrong, String pointer, String detail) {
        if (wrong) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    private void refuseIfWrong() {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
