-- Versions are only added: an entry names the version that made it.
create table posting_rule (
    id              text not null,
    version         bigint not null check (version > 0),
    legal_entity_id text not null references legal_entity,
    purpose         text not null check (purpose in ('INVOICE', 'PAYMENT', 'PAYMENT_APPLICATION', 'RECOGNITION')),
    valid_from      date not null,
    valid_to        date check (valid_to > valid_from),
    activated_at    timestamptz not null,
    activated_by    text not null,
    primary key (id, version)
);

create index posting_rule_by_purpose on posting_rule (legal_entity_id, purpose);

create table posting_rule_line (
    rule_id           text not null,
    rule_version      bigint not null,
    line_number       int not null,
    item              text not null check (item in ('LINE', 'TAX', 'APPLICATION', 'UNAPPLIED', 'FEE', 'SCHEDULE')),
    product_id        text,
    revenue_treatment text,
    tax_category_code text,
    payment_channel   text,
    debit_account     text not null references account,
    credit_account    text not null references account,
    primary key (rule_id, rule_version, line_number),
    foreign key (rule_id, rule_version) references posting_rule
);
