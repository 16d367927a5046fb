package io.counterfoil.order.salesforce;

/** Record ids of Salesforce: 15 characters that heed case, or 18 with a check sum for those who do not. */
public final class RecordIds {

    /** Whose they are. */
    public static final String SYSTEM = "salesforce";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT = 15;
    private static final int PART = 5;

    private RecordIds() {}

    /** Whether a record can have the id. */
    public static boolean isOne(String id) {
        return id != null && id.matches("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");
    }

    /** The id with 18 characters, so that one record has one name. */
    public static String complete(String id) {
        if (id.length() != SHORT) {
            return id;
        }
        StringBuilder complete = new StringBuilder(id);
        for (int part = 0; part < SHORT; part += PART) {
            int capitals = 0;
            for (int i = 0; i < PART; i++) {
                capitals |= Character.isUpperCase(id.charAt(part + i)) ? 1 << i : 0;
            }
            complete.append(LETTERS.charAt(capitals));
        }
        return complete.toString();
    }
}
