package io.counterfoil.common.samples.unsaid.news;

import io.counterfoil.common.event.Fact;

public record NewsSpread(String newsId) implements Fact {
    static final String TYPE = "io.counterfoil.unsaid.news.spread.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return newsId;
    }

    @Override
    public String partitionKey() {
        return newsId;
    }
}
