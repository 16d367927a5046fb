package io.counterfoil.customer.quality;

/** What a good record does not lack. The condition is SQL over {@code customer c}. */
public enum QualityRule {
    NO_TAX_REGISTRATION("TAX", "not exists (select 1 from tax_registration t where t.customer_id = c.id)"),
    NO_ADDRESS("ADDRESSES", "c.country is null"),
    NO_EMAIL("CONTACTS", "c.email is null"),
    NO_LEGAL_ENTITY("LEGAL_ENTITY", "c.legal_entity_id is null"),
    NO_CURRENCY("TERMS", "c.currency is null"),
    NO_SEGMENT("CLASSIFICATION", "c.segment is null"),
    NO_OUTSIDE_REFERENCE("LEGAL_NAME", "not exists (select 1 from customer_reference r where r.customer_id = c.id)"),
    LIKE_ANOTHER(
            "LEGAL_NAME",
            """
            exists (select 1 from match_key k join match_key o on o.key = k.key and o.customer_id <> k.customer_id
                    join customer d on d.id = o.customer_id and d.state not in ('CLOSED', 'MERGED')
                    where k.customer_id = c.id and k.key like 'n:%')"""),
    DISPUTED_BY_ANOTHER_SYSTEM("LEGAL_NAME", "exists (select 1 from rejected_change x where x.customer_id = c.id)");

    private final String group;
    private final String condition;

    QualityRule(String group, String condition) {
        this.group = group;
        this.condition = condition;
    }

    /** The attribute group whose owner can mend it. */
    String group() {
        return group;
    }

    String condition() {
        return condition;
    }
}
