/** What is missing or doubtful in the golden records: counted by rule and by who can mend it. */
package io.counterfoil.customer.quality;
