-- A memo may take back a service period of its own, as a repair on an invoice does; null: the amount alone.
alter table line_reversal add column period_start date;
alter table line_reversal add column period_end date;
alter table line_reversal add check ((period_start is null) = (period_end is null));
