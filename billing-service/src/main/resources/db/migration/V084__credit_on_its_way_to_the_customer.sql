-- What of a credit is being paid to the customer is not used meanwhile.
create index refund_of_credit on refund (credit_id) where credit_id is not null;
