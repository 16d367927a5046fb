-- From when and until when an account may be posted to, by posting date; what was posted stays.
alter table account
    add column valid_from date,
    add column valid_to   date,
    add constraint account_validity check (valid_to > valid_from);
