package io.counterfoil.ledger.seal;

import java.util.List;
import java.util.UUID;

/** What became of a check of the chains, as it travels. */
public final class ChainJson {

    private ChainJson() {}

    /** Of all chains that were checked. */
    public record Verification(boolean intact, List<Chain> chains) {}

    /** One legal entity's: how many links are good, the hash of the last good one, how many entries are not sealed yet. */
    public record Chain(String legalEntityId, long links, long unsealed, String hash, Broken firstBroken) {}

    /** The first link that is not what it was. */
    public record Broken(long chainNumber, UUID entryId, String entryNumber, String reason) {}
}
