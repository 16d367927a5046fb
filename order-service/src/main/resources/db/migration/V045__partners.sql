-- Partners, their people, and what they order for whom.

create table partner (
  partner_id         text primary key,
  name               text not null,
  customer_system    text not null,
  customer_reference text not null,
  margin             numeric(7, 6) not null check (margin >= 0 and margin < 1),
  members            text not null,
  version            int not null
);

create table partner_member (
  member     text primary key,
  partner_id text not null references partner
);
create index partner_member_partner on partner_member (partner_id);

-- Who may see an order although they are no staff.
create table order_owner (
  order_id   uuid primary key references sales_order deferrable initially deferred,
  partner_id text references partner,
  placed_by  text not null
);

create table channel_order (
  order_id      uuid primary key references sales_order deferrable initially deferred,
  partner_id    text not null references partner,
  end_customer  text not null,
  margin        numeric(7, 6) not null,
  end_minor     bigint not null check (end_minor > 0),
  partner_minor bigint not null check (partner_minor between 0 and end_minor),
  currency      text not null
);
create index channel_order_partner on channel_order (partner_id, order_id);
