package io.counterfoil.ledger.seal;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The links of all chains. */
@Dependent
class Seals {

    private final Database database;

    @Inject
    Seals(Database database) {
        this.database = database;
    }

    /** An entry that is in no chain yet, with what it says. */
    record Unsealed(UUID entryId, String legalEntityId, String writtenIn, long ordinal, String content) {}

    /** The end of a chain. */
    record Head(long number, String hash) {}

    /** A link with what its entry says now; null when the entry is gone. */
    record Sealed(long number, UUID entryId, String entryNumber, String hash, String content) {}

    /** Only one at a time adds links. */
    boolean lock() {
        return database.query("select pg_try_advisory_xact_lock(hashtextextended('journal seal', 0)) as mine")
                .one(row -> row.bool("mine"))
                .orElse(false);
    }

    /** Entries of transactions that all ended, in the order of those. */
    List<Unsealed> next(int limit) {
        return database.query(
                        """
                        select e.id, e.legal_entity_id, e.written_in::text as written_in, e.ordinal, sealed_content(e.id) as content
                        from journal_entry e, seal_progress s
                        where (e.written_in, e.ordinal) > (s.written_in, s.ordinal)
                          and e.written_in < pg_snapshot_xmin(pg_current_snapshot())
                        order by e.written_in, e.ordinal limit ?
                        """,
                        limit)
                .list(row -> new Unsealed(
                        row.uuid("id"),
                        row.text("legal_entity_id"),
                        row.text("written_in"),
                        row.longValue("ordinal"),
                        row.text("content")));
    }

    Map<String, Head> heads() {
        Map<String, Head> heads = new HashMap<>();
        database.query(
                        """
                        select e.id, s.chain_number, s.hash from legal_entity e, lateral (
                            select chain_number, hash from journal_seal j where j.legal_entity_id = e.id order by chain_number desc limit 1) s
                        """)
                .list(row -> heads.put(row.text("id"), new Head(row.longValue("chain_number"), row.text("hash"))));
        return heads;
    }

    void add(List<Object[]> links, Unsealed last, Instant at) {
        for (Object[] link : links) {
            link[4] = at;
        }
        database.append("journal_seal", "legal_entity_id, chain_number, entry_id, hash, sealed_at", links);
        database.update("update seal_progress set written_in = ?::xid8, ordinal = ?", last.writtenIn(), last.ordinal());
    }

    List<Sealed> after(String legalEntityId, long number, int limit) {
        return database.query(
                        """
                        select s.chain_number, s.entry_id, e.entry_number, s.hash, sealed_content(s.entry_id) as content
                        from journal_seal s left join journal_entry e on e.id = s.entry_id
                        where s.legal_entity_id = ? and s.chain_number > ? order by s.chain_number limit ?
                        """,
                        legalEntityId,
                        number,
                        limit)
                .list(row -> new Sealed(
                        row.longValue("chain_number"),
                        row.uuid("entry_id"),
                        row.text("entry_number"),
                        row.text("hash"),
                        row.text("content")));
    }

    /** How many entries of the entity are in no chain yet. */
    long unsealed(String legalEntityId) {
        return database.query(
                        """
                        select count(*) as n from journal_entry e
                        where legal_entity_id = ? and not exists (select from journal_seal s where s.entry_id = e.id)
                        """,
                        legalEntityId)
                .one(row -> row.longValue("n"))
                .orElse(0L);
    }
}
