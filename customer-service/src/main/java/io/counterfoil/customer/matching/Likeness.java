package io.counterfoil.customer.matching;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * By what two records of one company are recognised however they are written: the name, the domain of the e-mail address
 * or website, the place.
 *
 * @param domain null where nothing certain is known, also for the domains of public mail providers
 */
public record Likeness(CompanyName name, String domain, Place place) {

    private static final Set<String> PUBLIC_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "yahoo.com",
            "icloud.com",
            "aol.com",
            "qq.com",
            "163.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "orange.fr",
            "libero.it",
            "mail.ru",
            "proton.me");

    /** Nothing is known by which anybody could be recognised. */
    public static final Likeness UNKNOWN = new Likeness(CompanyName.NONE, null, Place.UNKNOWN);

    /** Of what is said, which may be little; without a name nobody is recognised. */
    public static Likeness of(String legalName, String email, String website) {
        return of(legalName, email, website, Place.UNKNOWN);
    }

    /** As {@link #of(String, String, String)}, with the place. */
    public static Likeness of(String legalName, String email, String website, Place place) {
        return legalName == null ? UNKNOWN : new Likeness(CompanyName.of(legalName), domainOf(email, website), place);
    }

    /** A name as it is searched. */
    public static String nameKey(String name) {
        return CompanyName.of(name).key();
    }

    /** Its own name as it is searched. */
    public String nameKey() {
        return name.key();
    }

    /** Whoever is like this one shares one of these keys: what is looked up instead of everybody. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        if (name.isEmpty()) {
            return keys;
        }
        keys.add("n:" + name.skeleton());
        if (domain != null) {
            keys.add("d:" + domain);
        }
        if (!place.postalCode().isEmpty() && !place.country().isEmpty()) {
            String start =
                    name.skeleton().substring(0, Math.min(4, name.skeleton().length()));
            keys.add("p:" + place.country() + ":" + place.postalCode() + ":" + start);
        }
        return keys;
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
