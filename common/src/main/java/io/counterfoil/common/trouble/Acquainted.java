package io.counterfoil.common.trouble;

import java.util.Optional;

/** Knows what a subject is about where the parked content does not say it. A bean of the service that owns the subject. */
public interface Acquainted {

    /** Nothing where the subject is none of its own. */
    Optional<About> with(String subject);

    /** What people look for an exception by; null is what is not known. */
    record About(String customerId, String region, String productLine) {

        /** This, and where it is silent the other. */
        About or(About other) {
            return new About(
                    customerId == null ? other.customerId : customerId,
                    region == null ? other.region : region,
                    productLine == null ? other.productLine : productLine);
        }
    }
}
