package io.counterfoil.billing.allowance;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.billing.allowance.DocumentTermJson.Publication;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All versions of the terms, as they were published. */
@Dependent
class DocumentTermRows {

    private final Database database;
    private final BusinessClock clock;
    private final Remembered remembered;

    @Inject
    DocumentTermRows(Database database, BusinessClock clock, Remembered remembered) {
        this.database = database;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** A version and what was published. */
    record Published(String termId, int version, Publication said, String publishedBy) {

        DocumentTerm term() {
            return said.term(termId, version);
        }
    }

    /** All versions of these legal entities; an entity without any has an empty list. */
    Map<String, List<DocumentTerm>> of(Set<String> legalEntityIds) {
        return remembered.of(DocumentTermRows.class, legalEntityIds, this::read);
    }

    private Map<String, List<DocumentTerm>> read(Set<String> legalEntityIds) {
        Map<String, List<DocumentTerm>> found = new HashMap<>();
        legalEntityIds.forEach(id -> found.put(id, new ArrayList<>()));
        database.query("select * from document_term where legal_entity_id = any(?)", legalEntityIds)
                .list(DocumentTermRows::read)
                .forEach(one -> found.get(one.said().legalEntityId()).add(one.term()));
        return found;
    }

    Optional<Published> newest(String termId) {
        return database.query("select * from document_term where term_id = ? order by version desc limit 1", termId)
                .one(DocumentTermRows::read);
    }

    /** The newest versions after the given id; null of an entity does not filter. */
    List<Published> page(String legalEntityId, String after, int limit) {
        return database.query(
                        """
                        select distinct on (term_id) * from document_term
                         where term_id > ? and (?::text is null or legal_entity_id = ?)
                         order by term_id, version desc limit ?
                        """,
                        after == null ? "" : after,
                        legalEntityId,
                        legalEntityId,
                        limit)
                .list(DocumentTermRows::read);
    }

    void add(Published term) {
        database.update(
                """
                insert into document_term (term_id, version, legal_entity_id, customer_id, contract_id, valid_from, valid_to,
                                           document, published_by, published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                term.termId(),
                term.version(),
                term.said().legalEntityId(),
                term.said().customerId(),
                term.said().contractId(),
                term.said().validFrom(),
                term.said().validTo(),
                Json.write(term.said()),
                term.publishedBy(),
                clock.now());
        remembered.changed();
    }

    private static Published read(Row row) {
        try {
            Publication said = Json.lenient().readValue(row.text("document"), Publication.class);
            return new Published(row.text("term_id"), row.intValue("version"), said, row.text("published_by"));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a kept term can't be read", corrupt);
        }
    }
}
