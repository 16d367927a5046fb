-- Few subscriptions wait for their first charged day.
create index on subscription (agreement_id) where state in ('PENDING', 'TRIAL');
