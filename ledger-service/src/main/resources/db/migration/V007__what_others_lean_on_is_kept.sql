-- Postings, rules and entries lean on these rows; they change, but they don't go away.
create trigger revenue_schedule_is_kept before delete or truncate on revenue_schedule for each statement execute function refuse_change();
create trigger account_is_kept before delete or truncate on account for each statement execute function refuse_change();
create trigger legal_entity_is_kept before delete or truncate on legal_entity for each statement execute function refuse_change();
create trigger accounting_period_is_kept before delete or truncate on accounting_period for each statement execute function refuse_change();
