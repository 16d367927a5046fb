package io.counterfoil.order.partner;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.order.customer.CustomerReference;
import io.counterfoil.order.pricing.ToleratedShare;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All partners. */
@Dependent
class Partners {

    private final Database database;

    @Inject
    Partners(Database database) {
        this.database = database;
    }

    Optional<Partner> find(String partnerId) {
        return database.query("select * from partner where partner_id = ? for update", partnerId)
                .one(Partners::read);
    }

    /** For whom a person works; one person works for one partner. */
    Optional<Partner> ofMember(String sub) {
        return database.query(
                        "select p.* from partner p join partner_member m using (partner_id) where m.member = ?", sub)
                .one(Partners::read);
    }

    List<Partner> after(String partnerId, int limit) {
        return database.query(
                        "select * from partner where partner_id > ? order by partner_id limit ?", partnerId, limit)
                .list(Partners::read);
    }

    /** Who of these works for another partner already. */
    List<String> taken(Partner one) {
        return database.query(
                        "select member from partner_member where member = any(?) and partner_id <> ?",
                        one.members(),
                        one.partnerId())
                .list(row -> row.text("member"));
    }

    void write(Partner one) {
        database.update(
                """
                insert into partner (partner_id, name, customer_system, customer_reference, margin, members, version)
                values (?, ?, ?, ?, ?::numeric, ?, ?)
                on conflict (partner_id) do update set name = excluded.name, customer_system = excluded.customer_system,
                  customer_reference = excluded.customer_reference, margin = excluded.margin, members = excluded.members,
                  version = excluded.version
                """,
                one.partnerId(),
                one.name(),
                one.customer().system(),
                one.customer().id(),
                one.margin().toString(),
                String.join(" ", one.members()),
                one.version());
        database.update("delete from partner_member where partner_id = ?", one.partnerId());
        one.members().stream()
                .distinct()
                .forEach(member -> database.update(
                        "insert into partner_member (member, partner_id) values (?, ?)", member, one.partnerId()));
    }

    private static Partner read(Row row) {
        return new Partner(
                row.text("partner_id"),
                row.text("name"),
                new CustomerReference(row.text("customer_system"), row.text("customer_reference")),
                ToleratedShare.of(row.text("margin")),
                Arrays.asList(row.text("members").split(" ")),
                row.intValue("version"));
    }
}
