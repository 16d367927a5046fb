package io.counterfoil.ledger.seal;

import io.counterfoil.ledger.entity.Books;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Checks chains link by link, and says which is the first that is broken. */
@Dependent
class Chains {

    private static final int SET = 2_000;

    private final Seals seals;
    private final Books books;

    @Inject
    Chains(Seals seals, Books books) {
        this.seals = seals;
        this.books = books;
    }

    ChainJson.Verification verify(String legalEntityId) {
        List<String> entities = legalEntityId == null
                ? books.all().stream().map(Books.Book::legalEntityId).toList()
                : List.of(books.of(legalEntityId).legalEntityId());
        List<ChainJson.Chain> chains = entities.stream().map(this::chain).toList();
        return new ChainJson.Verification(chains.stream().allMatch(chain -> chain.firstBroken() == null), chains);
    }

    private ChainJson.Chain chain(String legalEntityId) {
        long number = 0;
        String hash = Link.BEGINNING;
        List<Seals.Sealed> set;
        do {
            set = seals.after(legalEntityId, number, SET);
            for (Seals.Sealed link : set) {
                String wrong = wrong(link, number, hash);
                if (wrong != null) {
                    return new ChainJson.Chain(
                            legalEntityId,
                            number,
                            seals.unsealed(legalEntityId),
                            hash,
                            new ChainJson.Broken(link.number(), link.entryId(), link.entryNumber(), wrong));
                }
                number = link.number();
                hash = link.hash();
            }
        } while (set.size() == SET);
        return new ChainJson.Chain(legalEntityId, number, seals.unsealed(legalEntityId), hash, null);
    }

    private static String wrong(Seals.Sealed link, long before, String hash) {
        if (link.number() != before + 1) {
            return "link " + (before + 1) + " is gone";
        }
        if (link.content() == null) {
            return "its entry is gone";
        }
        return Link.hash(hash, link.content()).equals(link.hash()) ? null : "it does not say what was sealed";
    }
}
