/** The habits of every API: problems, idempotency keys, pages, entity tags, limits, and one way to write JSON. */
package io.counterfoil.common.http;
