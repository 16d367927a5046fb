/** Other systems say who buys: whom they mean is found, made, or asked of a person. */
package io.counterfoil.customer.onboarding;
