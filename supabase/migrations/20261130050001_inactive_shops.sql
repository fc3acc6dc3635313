-- A shop can be deactivated long after its owner connected it. An import that is refused for that reason notes it, with the
-- consent in which it was told, so that only this is taken back once the shop is read again.
alter table public.shops add column refused_epoch int;
