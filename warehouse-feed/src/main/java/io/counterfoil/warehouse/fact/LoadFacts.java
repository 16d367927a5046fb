package io.counterfoil.warehouse.fact;

import io.counterfoil.common.db.Database;
import io.counterfoil.warehouse.feed.Archive;
import io.counterfoil.warehouse.feed.Stretch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes the facts of what was just archived: one statement for each fact table concerned. */
@ApplicationScoped
class LoadFacts implements Archive.Follower {

    @Inject
    Database database;

    @Override
    public void follow(Stretch stretch) {
        for (FactTable table : FactTable.values()) {
            if (stretch.hasAnyOf(table.types())) {
                database.update(table.load(), stretch.after(), stretch.upTo());
            }
        }
    }
}
