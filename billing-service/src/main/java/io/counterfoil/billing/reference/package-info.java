/** What is published and seldom changes, remembered as long as nothing of it was changed. */
package io.counterfoil.billing.reference;
