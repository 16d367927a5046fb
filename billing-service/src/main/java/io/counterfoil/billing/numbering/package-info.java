/** Document numbers: gapless for each legal entity, series and fiscal year, by a row that stays locked until the commit. */
package io.counterfoil.billing.numbering;
