package io.counterfoil.order.callback;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.webhook.WebhookEndpoints;
import jakarta.inject.Inject;

/** Somebody does not want to be told any more; what is on its way is dropped. */
@UseCase
class EndCallback {

    private final Callbacks callbacks;
    private final WebhookEndpoints endpoints;

    @Inject
    EndCallback(Callbacks callbacks, WebhookEndpoints endpoints) {
        this.callbacks = callbacks;
        this.endpoints = endpoints;
    }

    void handle(String name) {
        callbacks.find(name).orElseThrow(() -> new NotFound("callback", name));
        callbacks.remove(name);
        endpoints.remove(Callback.endpoint(name));
    }
}
