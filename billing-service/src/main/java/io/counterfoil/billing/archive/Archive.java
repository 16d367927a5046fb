package io.counterfoil.billing.archive;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.RawBody;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps documents as they were issued and gives them back byte for byte. */
@Dependent
public class Archive {

    /** The form of what is kept: JSON with its members in the order of their names. */
    public static final String MEDIA_TYPE = "application/json";

    private final Database database;

    @Inject
    Archive(Database database) {
        this.database = database;
    }

    /** What kind of document it is. */
    public enum Kind {
        INVOICE,
        CREDIT_MEMO
    }

    /** A document that is to be kept. */
    public record Document(UUID documentId, Kind kind, Object content) {}

    /** A document as it was kept, after its digest was verified. */
    public record Kept(UUID documentId, String mediaType, byte[] content, byte[] sha256, Instant archivedAt) {

        /** The digest in lower-case hexadecimal. */
        public String digest() {
            return HexFormat.of().formatHex(sha256);
        }

        /** The document itself, with its digest (RFC 9530). */
        public Response answer() {
            String told = Base64.getEncoder().encodeToString(sha256);
            return Response.ok(new RawBody(content), mediaType)
                    .tag(digest())
                    .header("Repr-Digest", "sha-256=:" + told + ":")
                    .build();
        }
    }

    /** Keeps documents, in the transaction that issues them. */
    public void keep(List<Document> documents, Instant at) {
        database.append(
                "archived_document",
                "document_id, kind, media_type, sha256, content, archived_at",
                documents.stream().map(document -> row(document, at)).toList());
    }

    /**
     * A document as it was issued.
     *
     * @throws ArchivedDocumentAltered when the bytes are not those that were kept
     */
    public Optional<Kept> find(UUID documentId) {
        return database.query("select * from archived_document where document_id = ?", documentId)
                .one(row -> new Kept(
                        documentId,
                        row.text("media_type"),
                        Deflated.plain(row.bytes("content")),
                        row.bytes("sha256"),
                        row.instant("archived_at")))
                .map(Archive::verified);
    }

    private static Object[] row(Document document, Instant at) {
        byte[] plain = Json.canonical(document.content());
        return new Object[] {document.documentId(), document.kind(), MEDIA_TYPE, sha256(plain), Deflated.of(plain), at};
    }

    private static Kept verified(Kept kept) {
        if (!Arrays.equals(kept.sha256(), sha256(kept.content()))) {
            throw new ArchivedDocumentAltered(kept.documentId());
        }
        return kept;
    }

    private static byte[] sha256(byte[] plain) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
