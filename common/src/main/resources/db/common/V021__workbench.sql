-- What an exception is about, as far as its content tells, and until when its team wants it mended.
alter table exception add column customer_id  text;
alter table exception add column region       text;
alter table exception add column product_line text;
alter table exception add column due_at       timestamptz;
alter table exception add column overdue_told boolean not null default false;
update exception set due_at = opened_at + interval '4 hours';

create index exception_due on exception (due_at) where state in ('OPEN', 'ASSIGNED') and not overdue_told;
create index exception_opened on exception (opened_at);
create index exception_closed on exception (closed_at) where closed_at is not null;
create index exception_customer on exception (customer_id, seq);

-- Which team owns a class, and within how many minutes it wants it mended. A class without a row goes where the code says.
create table exception_route (
  class             text primary key,
  team              text not null,
  objective_minutes int not null check (objective_minutes > 0),
  version           bigint not null default 1,
  changed_at        timestamptz not null,
  changed_by        text not null
);
