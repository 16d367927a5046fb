package io.counterfoil.warehouse.feed;

/** What is derived from archived events: called with each new stretch, in the transaction that archived it. */
public interface ArchiveFollower {

    void follow(Stretch stretch);
}
