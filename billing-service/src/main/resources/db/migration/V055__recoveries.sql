-- Money that makes good what was given up settles no receivable: it is not among the applications that are compared.
alter table payment_application add column recovers boolean not null default false;
