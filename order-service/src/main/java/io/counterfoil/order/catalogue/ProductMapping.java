package io.counterfoil.order.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.Objects;

/** Which of our products another system's product code means. */
@Entity
@Table(name = "product_mapping")
class ProductMapping {

    @EmbeddedId
    private Key key;

    @Column(name = "product_id")
    private String productId;

    @Version
    private int version;

    protected ProductMapping() {}

    ProductMapping(Key key, String productId) {
        this.key = key;
        this.productId = productId;
    }

    void meansNow(String otherProductId) {
        productId = otherProductId;
    }

    Key key() {
        return key;
    }

    String productId() {
        return productId;
    }

    int version() {
        return version;
    }

    /** The code and the system whose it is. */
    @Embeddable
    static class Key implements Serializable {

        private String system;

        @Column(name = "external_code")
        private String externalCode;

        protected Key() {}

        Key(String system, String externalCode) {
            this.system = system;
            this.externalCode = externalCode;
        }

        String system() {
            return system;
        }

        String externalCode() {
            return externalCode;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && system.equals(that.system) && externalCode.equals(that.externalCode);
        }

        @Override
        public int hashCode() {
            return Objects.hash(system, externalCode);
        }
    }
}
