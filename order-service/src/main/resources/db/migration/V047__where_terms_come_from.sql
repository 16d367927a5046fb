-- Whether the payment terms of an order are ours because nothing was said of them; null before that was kept.
alter table sales_order add column usual_payment_terms boolean;
