package io.counterfoil.common.db;

/** A thing with a life: its row is written only while it has the version that was read with it. */
public interface Versioned {

    /** 0 as long as it was never written. */
    int version();

    /** It is in the database as it is now. */
    void writtenAs(int version);
}
