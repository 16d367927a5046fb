-- Positions of what was taken are compared where a watermark is asked for: by ledger-service and warehouse-feed, and not here.
drop index inbox_position;
