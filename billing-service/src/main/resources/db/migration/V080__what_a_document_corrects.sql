-- A correction refers to the original; the tax in the national currency is kept, so that credit notes take back exactly that.
alter table invoice add column preceding_invoice_id uuid,
                    add column national_tax_minor bigint,
                    add column national_currency text,
                    add constraint national_tax_has_its_currency check ((national_tax_minor is null) = (national_currency is null));
alter table credit_memo add column national_tax_minor bigint,
                        add column national_currency text,
                        add constraint national_tax_has_its_currency check ((national_tax_minor is null) = (national_currency is null));

-- What was voided is found by what it had billed; few lines are.
create index invoice_line_voided on invoice_line (order_line_id) where voided;
