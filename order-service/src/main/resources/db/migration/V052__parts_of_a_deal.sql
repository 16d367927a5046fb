-- Each order of a deal in parts knows the deal, so that the CRM is shown all of them.

alter table quote_to_cash add column deal_id uuid references sales_order;
update quote_to_cash q set deal_id = p.deal_id from deal_part p where p.order_id = q.order_id;
