package io.counterfoil.customer.matching;

import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.TaxRegistration;
import java.util.List;

/** What another system says of one of its accounts, as far as it is matched by. */
public record Account(ExternalReference reference, List<TaxRegistration> taxRegistrations, Likeness likeness) {}
