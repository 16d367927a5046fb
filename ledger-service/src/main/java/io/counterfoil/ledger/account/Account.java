package io.counterfoil.ledger.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One account in the books of a legal entity. Once it is open it can be renamed, and its validity be bounded; what it is (type, normal side, control
 * kind) stays, for postings were made to it as such.
 */
@Entity
@Table(name = "account")
class Account {

    @Id
    private String id;

    @Column(name = "legal_entity_id")
    private String legalEntityId;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private AccountType type;

    @Column(name = "normal_side")
    @Enumerated(EnumType.STRING)
    private Side normalSide;

    @Column(name = "control_kind")
    @Enumerated(EnumType.STRING)
    private ControlKind controlKind;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Version
    private long version;

    protected Account() {}

    Account(String legalEntityId, String code, AccountJson.Request told) {
        told.check();
        this.id = id(legalEntityId, code);
        this.legalEntityId = legalEntityId;
        this.code = code;
        this.name = told.name();
        this.type = told.type();
        this.normalSide = told.side();
        this.controlKind = told.controlKind();
        this.validFrom = told.validFrom();
        this.validTo = told.validTo();
    }

    static String id(String legalEntityId, String code) {
        return legalEntityId + "/" + code;
    }

    /** Renames it, or bounds its validity; says whether anything is other than before. */
    boolean change(AccountJson.Request told) {
        if (told.type() != type || told.side() != normalSide || told.controlKind() != controlKind) {
            throw new AccountNatureFixed(id);
        }
        told.check();
        if (told.name().equals(name)
                && Objects.equals(told.validFrom(), validFrom)
                && Objects.equals(told.validTo(), validTo)) {
            return false;
        }
        name = told.name();
        validFrom = told.validFrom();
        validTo = told.validTo();
        return true;
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    AccountJson json() {
        return new AccountJson(legalEntityId, code, name, type, normalSide, controlKind, validFrom, validTo, version);
    }

    AccountPublished published() {
        return new AccountPublished(
                legalEntityId, code, name, type, normalSide, controlKind, validFrom, validTo, version);
    }
}
