-- The same promises with fewer entries: an invoice of two lines writes three less, each at another place of its index.

-- The id of an invoice's event is derived from that of the invoice, and the outbox takes no event twice.
alter table invoice drop constraint invoice_issued_event_id_key;

-- The id of an item is derived from its charge, period and round: what is there once with its charge is there once. The lines of a charge
-- are found along the same index; what was made when the bill was composed has no charge, and an index of its own.
drop index invoice_line_item;
drop index invoice_line_order_charge_id_idx;
create unique index invoice_line_item on invoice_line (order_charge_id, item_id) where not voided;
create unique index invoice_line_item_made on invoice_line (item_id) where order_charge_id is null and not voided;
