-- A row that was set aside whole is missing from the figures, so the score says that it is not complete. One of which only a
-- part was not understood is kept, with that part as not reported, and the score says so already.
alter table public.rejected_rows add column is_part boolean not null default false;
update public.rejected_rows set is_part = true where reason like '%, kept as not reported';
