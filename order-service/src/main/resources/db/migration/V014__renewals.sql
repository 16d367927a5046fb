-- How contracts go on when their term ends, and the renewals under way.

create table renewal_terms (
  contract_id    uuid primary key references contract,
  mode           text not null check (mode in ('NONE', 'AUTO', 'QUOTE')),
  term_months    int not null check (term_months between 1 and 120),
  uplift_percent text,
  notice_days    int not null check (notice_days between 0 and 365),
  term_end       date not null,
  version        int not null
);
create index renewal_terms_due on renewal_terms (term_end) where mode <> 'NONE';

create sequence renewal_number;

create table renewal (
  renewal_id     uuid primary key,
  renewal_number text not null unique,
  contract_id    uuid not null references contract,
  order_id       uuid not null,
  customer_id    uuid not null,
  mode           text not null check (mode in ('AUTO', 'QUOTE')),
  state          text not null check (state in ('OFFERING', 'OFFERED', 'RENEWING', 'RENEWED', 'DECLINED', 'LAPSED')),
  period_start   date not null,
  term_months    int not null,
  uplift_percent text,
  crm_system     text,
  crm_record     text unique,
  correlation_id text not null,
  version        int not null,
  -- No overlap: one renewal begins where a term ends.
  unique (contract_id, period_start)
);
create index renewal_offered on renewal (period_start) where state = 'OFFERED';
