-- A bank may send a payout back days after it was paid.
alter table payout
    add column failed_at timestamptz,
    add column failure_code text,
    add check ((failed_at is null) = (failure_code is null));
