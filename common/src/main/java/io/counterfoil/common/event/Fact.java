package io.counterfoil.common.event;

/**
 * Something that happened, as other services may know it: a public record named by noun and past participle. It is the
 * wire type; a constant {@code TYPE} names it, and its JSON is fixed by the schema in {@code contracts/events}.
 *
 * <p>The methods here say how it travels; they are no part of its data
 * (JSON takes a record's components only).
 */
public interface Fact {

    /** CloudEvents type: {@code io.counterfoil.<context>.<noun>.<past participle>.v<major>}. */
    String type();

    /** The aggregate's id. Events of one subject are numbered densely. */
    String subject();

    /** What must stay in order: the customer's id, or the subject where no customer is known yet. */
    String partitionKey();

    /** The legal entity concerned, or null. */
    default String legalEntity() {
        return null;
    }
}
