package io.counterfoil.ledger;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything that answers HTTP here. */
@ApplicationPath("/")
public class LedgerApplication extends Application {}
