package io.counterfoil.customer.reference;

/** A number under which a tax authority knows the customer, as it is written. Two ways of writing it are the same. */
public record TaxRegistration(String scheme, String country, String id) {

    /** Whether both are the same number in the same country, however written. */
    public boolean isSameNumberAs(TaxRegistration other) {
        return key().equals(other.key());
    }

    /** Whether a customer can't have both: numbers of one kind in one country that differ. */
    public boolean contradicts(TaxRegistration other) {
        return isOfSameKindAs(other) && !isSameNumberAs(other);
    }

    /** A customer has at most one number of a kind in a country. */
    public boolean isOfSameKindAs(TaxRegistration other) {
        return country.equals(other.country) && scheme.equals(other.scheme);
    }

    /** Whether anything is left of the id once spaces, dots and dashes are gone. */
    public boolean hasNumber() {
        return !key().value().isEmpty();
    }

    /** A tax id without all that is only a way of writing it. */
    public static String bare(String id) {
        return TaxKey.bare(id);
    }

    TaxKey key() {
        return TaxKey.of(country, id);
    }

    /** What must not be worked on by two at a time. */
    public String lockKey() {
        return "tax:" + key().country() + ":" + key().value();
    }
}
