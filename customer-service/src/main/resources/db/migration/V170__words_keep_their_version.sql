-- Which version of its own record the other system said, where a person has to decide: what is older is no news there either.
alter table match_review add column source_version bigint;
