/**
 * What a contract has earned beyond what was billed of it, because its price is allocated otherwise than it is billed: it
 * stands as a contract asset, and goes back as more is billed. Looked at with each recognition run, contract by contract.
 */
package io.counterfoil.ledger.contractasset;
