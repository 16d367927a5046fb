/** Whether a server lives and may be asked, and the loops whose heart must beat. */
package io.counterfoil.common.health;
