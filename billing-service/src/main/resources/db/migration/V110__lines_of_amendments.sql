-- The change of the subscription for which a line bills or takes back.
alter table invoice_line add column amendment_id uuid;
create index invoice_line_amendment on invoice_line (amendment_id) where amendment_id is not null;
