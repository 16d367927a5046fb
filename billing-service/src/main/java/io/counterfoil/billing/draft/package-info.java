/**
 * Drafts: bills before they are issued. A person draws one up, looks at it, issues or discards it; a bill for which the tax source
 * does not answer waits here and is issued as soon as it does.
 */
package io.counterfoil.billing.draft;
