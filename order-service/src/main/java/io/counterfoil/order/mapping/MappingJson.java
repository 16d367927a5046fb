package io.counterfoil.order.mapping;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.order.Code;
import io.counterfoil.order.mapping.ProductMapping.Key;
import io.counterfoil.order.revision.Revision;
import io.counterfoil.order.revision.RevisionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Mappings on the wire. */
public final class MappingJson {

    private static final int MOST = 2000;

    private MappingJson() {}

    static Key key(String system, String externalCode) {
        return new Key(Code.require("system", system), Code.require("externalCode", externalCode));
    }

    /** What is sent. */
    public record Target(String productId, LocalDate validFrom, LocalDate validTo) {}

    /** One of many mappings that are proposed at once. */
    public record Row(String system, String externalCode, String productId, LocalDate validFrom, LocalDate validTo) {

        Key key() {
            return MappingJson.key(system, externalCode);
        }

        Target target() {
            return new Target(productId, validFrom, validTo);
        }
    }

    /** Mappings to be proposed; each stands for itself. */
    public record Import(List<Row> mappings) {

        List<Row> rows() {
            return some(mappings);
        }
    }

    /** One version that somebody looked at. */
    public record Reference(String system, String externalCode, Integer version) {

        static Reference of(ProductMapping mapping) {
            return new Reference(
                    mapping.key().system(),
                    mapping.key().externalCode(),
                    mapping.revision().version());
        }

        @JsonIgnore
        Key key() {
            return MappingJson.key(system, externalCode);
        }
    }

    /** Versions that are approved together. */
    public record Approval(List<Reference> mappings) {

        List<Reference> references() {
            some(mappings).forEach(one -> {
                one.key();
                if (one.version() == null) {
                    throw new Invalid("/mappings", "need a version each");
                }
            });
            return mappings;
        }
    }

    private static <T> List<T> some(List<T> given) {
        if (given == null || given.isEmpty() || given.size() > MOST) {
            throw new Invalid("/mappings", "must be from 1 to " + MOST);
        }
        return given;
    }

    /** What became of many: what was proposed waits for another person, what was refused is named. */
    public record Report(
            int proposed, int unchanged, int refused, List<Reference> proposals, List<FieldError> errors) {}

    /** Several versions. */
    public record Mappings(List<Mapping> items) {}

    /** A version of a mapping. */
    public record Mapping(
            String system,
            String externalCode,
            String productId,
            int version,
            RevisionState state,
            LocalDate validFrom,
            LocalDate validTo,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt) {

        static Mapping of(ProductMapping mapping) {
            Revision revision = mapping.revision();
            return new Mapping(
                    mapping.key().system(),
                    mapping.key().externalCode(),
                    mapping.productId(),
                    revision.version(),
                    revision.state(),
                    revision.validFrom(),
                    revision.validTo(),
                    revision.proposedBy(),
                    revision.proposedAt(),
                    revision.decidedBy(),
                    revision.decidedAt());
        }
    }
}
