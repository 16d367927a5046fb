package io.counterfoil.customer.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What two records of one company have in common however they are written: its name without case, accents and
 * punctuation, legal form in its short spelling (kept, for an Inc. and a GmbH of one name are two companies), and the
 * domain of its e-mail address or website.
 *
 * @param domain null where nothing certain is known, also for the domains of public mail providers
 */
public record Likeness(String nameKey, String domain) {

    private static final Map<String, String> LEGAL_FORMS = Map.ofEntries(
            Map.entry("incorporated", "inc"),
            Map.entry("corporation", "corp"),
            Map.entry("limited", "ltd"),
            Map.entry("company", "co"),
            Map.entry("aktiengesellschaft", "ag"),
            Map.entry("gesellschaft mit beschrankter haftung", "gmbh"),
            Map.entry("kabushiki kaisha", "kk"),
            Map.entry("k k", "kk"),
            Map.entry("l l c", "llc"),
            Map.entry("s a", "sa"),
            Map.entry("b v", "bv"));
    private static final Set<String> PUBLIC_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "yahoo.com",
            "icloud.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "proton.me");

    /** Nothing is known by which anybody could be recognised. */
    public static final Likeness UNKNOWN = new Likeness("", null);

    /** Of what is said, which may be little; without a name nobody is recognised. */
    public static Likeness of(String legalName, String email, String website) {
        return legalName == null ? UNKNOWN : new Likeness(nameKey(legalName), domainOf(email, website));
    }

    /** A name as it is compared and searched. */
    public static String nameKey(String name) {
        String words = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replace("ß", "ss")
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        for (Map.Entry<String, String> form : LEGAL_FORMS.entrySet()) {
            if (words.endsWith(" " + form.getKey())) {
                return words.substring(0, words.length() - form.getKey().length()) + form.getValue();
            }
        }
        return words;
    }

    private static String domainOf(String email, String website) {
        String domain = email != null ? email.substring(email.lastIndexOf('@') + 1) : host(website);
        if (domain == null) {
            return null;
        }
        domain = domain.strip().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        return domain.isEmpty() || PUBLIC_MAIL.contains(domain) ? null : domain;
    }

    private static String host(String website) {
        return website == null
                ? null
                : website.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("[/:?#].*$", "");
    }
}
