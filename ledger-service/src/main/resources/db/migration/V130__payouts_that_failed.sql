-- A payout that the bank sends back is cash, as the payout was.
create or replace function sub_ledger_of(purpose text) returns text language sql immutable parallel safe as $$
    select case
        when purpose in ('INVOICE', 'ACCRUAL', 'CREDIT_MEMO', 'CREDIT_MEMO_APPLICATION', 'CREDIT_MEMO_VOID', 'CREDIT_GRANT', 'CREDIT_APPLICATION',
                         'CREDIT_EXPIRY', 'VOID', 'WRITE_OFF', 'RECOVERY') then 'RECEIVABLES'
        when purpose in ('PAYMENT', 'PAYMENT_FEE', 'PAYMENT_APPLICATION', 'PAYMENT_UNAPPLICATION', 'PAYMENT_RETURN', 'REFUND', 'CHARGEBACK',
                         'CHARGEBACK_WON', 'PAYOUT', 'PAYOUT_FAILED') then 'CASH'
        when purpose in ('RECOGNITION', 'CONTRACT_ASSET', 'EXCLUSION') then 'REVENUE'
        else 'GENERAL' end
$$;
