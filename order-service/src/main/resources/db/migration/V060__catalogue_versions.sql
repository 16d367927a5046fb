-- Products in versions: proposed by one person, decided by another, holding from a day on.
create table product_version (
  product_id        text not null,
  version           int not null check (version > 0),
  name              text not null,
  plan_id           text,
  price_period      text not null check (price_period in ('MONTH', 'YEAR', 'ONCE')),
  revenue_treatment text check (revenue_treatment in ('OVER_TIME_DAILY', 'POINT_IN_TIME')),
  tax_category_code text check (tax_category_code in ('S', 'Z', 'E', 'AE', 'O')),
  standalone_prices jsonb not null default '[]',
  erp_items         jsonb not null default '[]',
  components        jsonb not null default '[]',
  valid_from        date not null,
  valid_to          date check (valid_to > valid_from),
  state             text not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'REPLACED')),
  proposed_by       text not null,
  proposed_at       timestamptz not null,
  decided_by        text,
  decided_at        timestamptz,
  primary key (product_id, version),
  check ((state = 'PROPOSED') = (decided_by is null)),
  -- Nobody decides on their own.
  check (state not in ('APPROVED', 'REJECTED') or decided_by <> proposed_by),
  -- A bundle has the treatment of its parts.
  check ((components = '[]') = (plan_id is not null and revenue_treatment is not null and tax_category_code is not null))
);
create unique index product_version_open on product_version (product_id) where state = 'PROPOSED';
create index product_version_in_force on product_version (product_id, valid_from desc, version desc) where state = 'APPROVED';

insert into product_version (product_id, version, name, plan_id, price_period, revenue_treatment, tax_category_code, standalone_prices,
                             valid_from, state, proposed_by, proposed_at, decided_by, decided_at)
select p.product_id, p.version, p.name, p.plan_id, p.price_period, p.revenue_treatment, p.tax_category_code,
       coalesce((select jsonb_agg(jsonb_build_object('currency', s.currency, 'unitPrice', trim_scale(s.unit_price)::text) order by s.currency)
                 from standalone_price s where s.product_id = p.product_id), '[]'),
       p.valid_from, 'APPROVED', 'before versions', p.changed_at, 'migration', p.changed_at
from product p;

-- What other systems call them, likewise.
create table product_mapping_version (
  system        text not null,
  external_code text not null,
  version       int not null check (version > 0),
  product_id    text not null,
  valid_from    date not null,
  valid_to      date check (valid_to > valid_from),
  state         text not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'REPLACED')),
  proposed_by   text not null,
  proposed_at   timestamptz not null,
  decided_by    text,
  decided_at    timestamptz,
  primary key (system, external_code, version),
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (state not in ('APPROVED', 'REJECTED') or decided_by <> proposed_by)
);
create unique index product_mapping_version_open on product_mapping_version (system, external_code) where state = 'PROPOSED';
create index product_mapping_version_in_force on product_mapping_version (system, external_code, valid_from desc, version desc)
  where state = 'APPROVED';

insert into product_mapping_version (system, external_code, version, product_id, valid_from, state, proposed_by, proposed_at, decided_by,
                                     decided_at)
select m.system, m.external_code, m.version, m.product_id, p.valid_from, 'APPROVED', 'before versions', p.changed_at, 'migration', p.changed_at
from product_mapping m join product p on p.product_id = m.product_id;

drop table product_mapping;
drop table standalone_price;
drop table product;

-- A line may be a part of a bundle.
alter table order_line add column bundle_id text;
