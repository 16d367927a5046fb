package io.counterfoil.billing.item;

/** What kind of thing goes on an invoice. */
public enum ItemType {
    /** One service period of a recurring charge. */
    RECURRING,
    /** What is charged once. */
    ONE_TIME,
    /** What was used of a meter in a period, or what came late of it. */
    USAGE,
    /** What is missing to the minimum that was committed to. */
    TRUE_UP,
    /** Takes back a part, or all, of a line that was billed before: never above zero. */
    REPAIR,
    /** Lowers the lines that it is spread over. */
    DISCOUNT,
    /** Lowers the document. */
    ALLOWANCE,
    /** Raises the document. */
    CHARGE,
    /** Credit that is paid for before it is used. */
    PREPAID
}
