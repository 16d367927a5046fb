package io.counterfoil.common.http;

/** An answer that is one page of a longer list. */
public interface Paged {

    /** Where the next page begins; null on the last one. */
    String nextCursor();
}
