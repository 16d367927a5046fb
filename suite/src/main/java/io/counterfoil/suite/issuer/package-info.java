/** The local token issuer: an OpenID Connect discovery document, keys and a token end point, for one machine only. */
package io.counterfoil.suite.issuer;
