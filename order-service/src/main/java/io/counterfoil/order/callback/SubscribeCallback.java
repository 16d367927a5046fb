package io.counterfoil.order.callback;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.webhook.WebhookEndpoint;
import io.counterfoil.common.webhook.WebhookEndpoints;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Somebody wants to be told, from now on. */
@UseCase
class SubscribeCallback {

    private final Callbacks callbacks;
    private final WebhookEndpoints endpoints;

    @Inject
    SubscribeCallback(Callbacks callbacks, WebhookEndpoints endpoints) {
        this.callbacks = callbacks;
        this.endpoints = endpoints;
    }

    CallbackJson.View handle(String name, CallbackJson.Terms terms, String ifMatch) {
        terms.check();
        Optional<WebhookEndpoint> known = endpoints.find(Callback.endpoint(name));
        known.ifPresent(before -> ETags.require(ifMatch, before.version()));
        Callback callback = new Callback(name, terms.processes() == null ? List.of() : terms.processes());
        callbacks.beginNow();
        callbacks.write(callback);
        WebhookEndpoint endpoint = endpoints.put(
                callback.endpoint(), terms.url(), terms.secret(), terms.enabled() == null || terms.enabled());
        return CallbackJson.View.of(callback, endpoint);
    }
}
