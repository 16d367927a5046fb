-- What a contract has earned beyond what was billed of it stands among the assets, not below zero among the liabilities: how much of it was
-- moved there and back, run by run. The register is the sub-ledger of both accounts.
create table contract_asset_reclass (
    id              uuid primary key,
    ordinal         bigint generated always as identity unique,
    contract_id     uuid not null,
    legal_entity_id text not null references legal_entity,
    customer_id     uuid not null,
    currency        char(3) not null,
    minor           bigint not null check (minor <> 0),
    effective_date  date not null,
    run_id          uuid not null,
    entry_id        uuid not null,
    recorded_at     timestamptz not null
);

create index contract_asset_reclass_by_contract on contract_asset_reclass (contract_id, currency);
create trigger contract_asset_reclass_is_kept before update or delete or truncate on contract_asset_reclass
    for each statement execute function refuse_change();

create or replace view subledger as
    select * from subledger_of_events
  union all
    select 'CASH_CLEARING', id, legal_entity_id, null::uuid, currency, -amount_minor, effective_date, posted_at, 0, 'payout', id
    from manual_entry where kind = 'PAYOUT' and state = 'POSTED'
  union all
    select 'UNBILLED', contract_id, legal_entity_id, customer_id, currency, minor, effective_date, recorded_at, 0, 'contract asset', id
    from contract_asset_reclass;
