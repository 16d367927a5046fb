-- Where others want to be told: a team of the workbench, a subscriber of a process. What is sent to it is signed with its secret.
create table webhook_endpoint (
  name       text primary key,
  url        text not null,
  secret     text not null,
  enabled    boolean not null default true,
  version    bigint not null default 1,
  changed_at timestamptz not null,
  changed_by text not null
);
