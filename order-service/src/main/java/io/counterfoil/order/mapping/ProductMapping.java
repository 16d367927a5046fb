package io.counterfoil.order.mapping;

import io.counterfoil.order.catalogue.Revision;

/** Which of our products another system's code means, as one version says. */
record ProductMapping(Key key, String productId, Revision revision) {

    /** The code and the system whose it is. */
    record Key(String system, String externalCode) {

        @Override
        public String toString() {
            return system + "/" + externalCode;
        }
    }

    /** The fact, once it is approved. */
    ProductMapped mapped() {
        return new ProductMapped(
                key.system(),
                key.externalCode(),
                productId,
                revision.version(),
                revision.validFrom(),
                revision.validTo());
    }

    /** The same, decided. */
    ProductMapping as(Revision decided) {
        return new ProductMapping(key, productId, decided);
    }
}
