/**
 * From billing's facts to entries. Each document knows which items it moves; the rules say on which accounts. What takes
 * something of an invoice's lines back asks {@code revenue} what of them was earned, and shrinks their schedules with it.
 *
 * <p>A run of events is posted in as few sets as possible: a document that looks back at what others did to the same
 * invoice begins a new set, so that it finds them written.
 */
package io.counterfoil.ledger.posting;
