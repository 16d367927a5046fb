/** Who may do what: roles on each operation, none means nobody; and the token by which a service speaks for itself. */
package io.counterfoil.common.security;
