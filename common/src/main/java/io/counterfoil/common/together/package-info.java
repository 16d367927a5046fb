/** What many ask for at the same moment is done together: one transaction, one look at the disk, an answer for each. */
package io.counterfoil.common.together;
