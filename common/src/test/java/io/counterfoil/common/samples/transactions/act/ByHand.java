package io.counterfoil.common.samples.transactions.act;

import jakarta.transaction.UserTransaction;

class ByHand {
    UserTransaction transaction;
}
