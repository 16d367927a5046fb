-- The rest of the golden record: who sells to it and where, its other addresses and the people to talk to.
alter table customer add column legal_entity_id text;
alter table customer add column sales_region text;
alter table customer add column addresses text not null default '[]' check (jsonb_typeof(addresses::jsonb) = 'array');
alter table customer add column contacts text not null default '[]' check (jsonb_typeof(contacts::jsonb) = 'array');

-- A merged customer lives on in another one. JPA writes it as text, for it can't say of what type a null is.
alter table customer drop constraint customer_state_check;
alter table customer add constraint customer_state_check
    check (state in ('PROSPECT', 'ACTIVE', 'SUSPENDED', 'CLOSED', 'MERGED'));
alter table customer add column lives_on_in text;
alter table customer add column merged_into uuid generated always as (lives_on_in::uuid) stored references customer;
alter table customer add constraint merged_into_another check ((state = 'MERGED') = (lives_on_in is not null) and lives_on_in is distinct from id::text);

-- Since when what a version says is so: usually since it was said, earlier where a person corrects the past.
alter table customer_version disable trigger customer_version_is_history;
alter table customer_version add column effective_from timestamptz;
update customer_version set effective_from = changed_at;
alter table customer_version alter column effective_from set not null;
alter table customer_version add constraint effective_before_it_was_said check (effective_from <= changed_at);
alter table customer_version enable trigger customer_version_is_history;

-- What a person has decided is not decided again; what the other system's own version was is not taken twice.
alter table customer_reference add column confirmed boolean not null default false;
alter table customer_reference add column source_version bigint;
