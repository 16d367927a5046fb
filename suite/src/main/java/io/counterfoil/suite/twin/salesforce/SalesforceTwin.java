package io.counterfoil.suite.twin.salesforce;

import io.counterfoil.suite.twin.Patience;
import io.counterfoil.suite.twin.WebServer;
import java.net.URI;
import java.time.Duration;

/** The twin, running: an org with its REST API, its outbound messages, and the control door for tests. */
public final class SalesforceTwin implements AutoCloseable {

    /**
     * How it is set up.
     *
     * @param port where it listens; 0 takes any free port
     * @param app the connected app of the integration
     * @param listener where outbound messages go
     * @param session how long a session lives
     * @param patience how outbound messages are retried
     */
    public record Settings(int port, ConnectedApp app, URI listener, Duration session, Patience patience) {}

    private final WebServer web;
    private final OutboundMessages messages;

    private SalesforceTwin(WebServer web, OutboundMessages messages) {
        this.web = web;
        this.messages = messages;
    }

    /** Starts it. */
    public static SalesforceTwin start(Settings settings) {
        WebServer web = WebServer.listen(settings.port());
        String url = "http://localhost:" + web.port();
        ConnectedApp app = settings.app();
        Org org = new Org();
        Weather weather = new Weather();
        Sessions sessions = new Sessions(app.organizationId(), settings.session());
        Listener listener = new Listener(
                settings.listener(),
                batch -> SoapMessage.of(app.organizationId(), sessions.open(app.username()), url, batch, org),
                settings.patience());
        OutboundMessages messages = new OutboundMessages(listener, weather, settings.patience());
        org.onWon(messages::won);
        web.route(
                "POST",
                "/services/oauth2/token",
                call -> weather.through(call, new TokenDoor(app, sessions, url)::token));
        new RestDoor(org, sessions, weather).open(web);
        new ControlDoor(org, messages, listener, sessions, weather).open(web);
        messages.start();
        return new SalesforceTwin(web, messages);
    }

    /** The port that it listens on. */
    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        messages.close();
        web.close();
    }
}
