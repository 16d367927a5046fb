package io.counterfoil.customer.customer;

/** What another system says about a customer: attributes, and whether it is one already (ACTIVE) or may become one. */
record Proposal(Attributes attributes, CustomerState state) {

    Proposal {
        state = state == null ? CustomerState.ACTIVE : state;
    }

    /** Nobody is set back: who has bought stays ACTIVE, who is suspended stays so until a person reinstates. */
    CustomerState stateAfter(CustomerState known) {
        return known == CustomerState.PROSPECT ? state : known;
    }
}
