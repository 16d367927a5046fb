-- A version of a plan is kept as the document that was published; what SQL asks for stays in columns.
alter table plan add column document jsonb;

update plan p set document = jsonb_build_object(
    'name', p.name, 'validFrom', p.valid_from,
    'charges', (
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                   'chargeId', c.charge_id, 'name', c.name, 'kind', c.kind, 'pricing', c.pricing,
                   'billingPeriod', c.billing_period,
                   'prices', (
                       select jsonb_agg(jsonb_build_object('currency', l.currency, 'unitPrice', l.unit_price::text,
                                                           'baseQuantity', l.base_quantity::text))
                         from plan_price l
                        where l.plan_id = c.plan_id and l.version = c.version and l.charge_id = c.charge_id)))
                   order by c.charge_number)
          from plan_charge c where c.plan_id = p.plan_id and c.version = p.version))
    || case when p.valid_to is null then '{}'::jsonb else jsonb_build_object('validTo', p.valid_to) end;

drop table plan_price;

alter table plan_charge add column meter_id text;
alter table plan_charge drop constraint plan_charge_kind_check;
alter table plan_charge add check (kind in ('RECURRING', 'USAGE', 'ONE_TIME'));
alter table plan_charge drop constraint plan_charge_pricing_check;
alter table plan_charge add check
    (pricing in ('PER_UNIT', 'FLAT', 'GRADUATED', 'VOLUME', 'TOP_TIER', 'PACKAGE', 'PERCENTAGE'));
alter table plan_charge drop constraint plan_charge_check;
alter table plan_charge add check ((kind = 'ONE_TIME') = (billing_period is null));
alter table plan_charge add check ((kind = 'USAGE') = (meter_id is not null));
create index on plan_charge (meter_id) where meter_id is not null;

alter table order_charge drop constraint order_charge_pricing_check;
alter table order_charge add check
    (pricing in ('PER_UNIT', 'FLAT', 'GRADUATED', 'VOLUME', 'TOP_TIER', 'PACKAGE', 'PERCENTAGE'));
