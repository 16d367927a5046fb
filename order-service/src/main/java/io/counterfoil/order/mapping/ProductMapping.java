package io.counterfoil.order.mapping;

import io.counterfoil.order.revision.Revision;
import io.counterfoil.order.revision.Revisions;

/** Which of our products another system's code means, as one version says. */
record ProductMapping(Key key, String productId, Revision revision) implements Revisions.Version<ProductMapping> {

    /** The code and the system whose it is. */
    record Key(String system, String externalCode) {

        @Override
        public String toString() {
            return system + "/" + externalCode;
        }
    }

    @Override
    public ProductMapped published() {
        return new ProductMapped(
                key.system(),
                key.externalCode(),
                productId,
                revision.version(),
                revision.validFrom(),
                revision.validTo());
    }

    @Override
    public ProductMapping as(Revision decided) {
        return new ProductMapping(key, productId, decided);
    }

    @Override
    public MappingJson.Mapping shown() {
        return MappingJson.Mapping.of(this);
    }
}
