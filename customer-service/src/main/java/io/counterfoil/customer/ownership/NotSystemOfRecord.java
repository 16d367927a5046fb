package io.counterfoil.customer.ownership;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.List;

/** Somebody would change what another system owns. */
public final class NotSystemOfRecord extends Refusal {

    private final transient List<FieldError> errors;

    NotSystemOfRecord(String system, String owner, List<FieldError> errors) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                system + " does not own "
                        + errors.stream().map(FieldError::pointer).toList() + "; " + owner + " does",
                "Change it in " + owner + ", from where it comes here; or change the ownership matrix.");
        this.errors = List.copyOf(errors);
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
