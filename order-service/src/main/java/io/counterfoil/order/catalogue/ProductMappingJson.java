package io.counterfoil.order.catalogue;

/** Mappings on the wire. */
public final class ProductMappingJson {

    private ProductMappingJson() {}

    /** What is sent. */
    public record Target(String productId) {}

    /** A mapping as it is. */
    public record Mapping(String system, String externalCode, String productId, int version) {

        static Mapping of(ProductMapping mapping) {
            return new Mapping(
                    mapping.key().system(), mapping.key().externalCode(), mapping.productId(), mapping.version());
        }
    }
}
