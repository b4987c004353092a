-- A status that came out of order is kept like any other; what held before it still holds.
alter table business_status add column late boolean not null default false;
