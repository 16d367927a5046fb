-- Each change of a subscription asks whether a later one was told before it, of lines that are billed too.
create index pending_line_by_subscription on pending_line (subscription_id, source_position) where subscription_id is not null;
