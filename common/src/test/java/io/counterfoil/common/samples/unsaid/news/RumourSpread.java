package io.counterfoil.common.samples.unsaid.news;

import io.counterfoil.common.event.Fact;

record RumourSpread(String subject) implements Fact {
    @Override
    public String type() {
        return "rumour";
    }

    @Override
    public String partitionKey() {
        return subject;
    }
}
