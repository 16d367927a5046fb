/** The database: SQL in text blocks, transactions, migrations, and sets that are written at once. */
package io.counterfoil.common.db;
