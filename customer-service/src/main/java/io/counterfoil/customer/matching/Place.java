package io.counterfoil.customer.matching;

/** Where a company sits, as it is compared; empty texts where nothing is known. */
public record Place(String country, String postalCode, String street) {

    /** Nothing is known. */
    public static final Place UNKNOWN = new Place("", "", "");

    /** Of an address as it is written. */
    public static Place of(String country, String postalCode, String street) {
        return new Place(
                country == null ? "" : country,
                postalCode == null ? "" : CompanyName.folded(postalCode).replace(" ", ""),
                street == null ? "" : street(CompanyName.folded(street)));
    }

    /** Streets are abbreviated in more ways than they are written out. */
    private static String street(String folded) {
        return folded.replaceAll("\\b(street|str|strasse|st)\\b", "st")
                .replaceAll("strasse\\b", "str")
                .replaceAll("\\b(avenue|ave|av)\\b", "ave")
                .replaceAll("\\b(road|rd)\\b", "rd")
                .replaceAll("\\b(boulevard|blvd)\\b", "blvd")
                .replaceAll("\\b(suite|ste|floor|fl)\\b", "");
    }

    boolean sameArea(Place other) {
        return !country.isEmpty()
                && country.equals(other.country)
                && !postalCode.isEmpty()
                && postalCode.equals(other.postalCode);
    }

    boolean sameStreet(Place other) {
        return !street.isEmpty() && street.replace(" ", "").equals(other.street.replace(" ", ""));
    }

    boolean elsewhere(Place other) {
        return !country.isEmpty() && !other.country.isEmpty() && !country.equals(other.country);
    }
}
