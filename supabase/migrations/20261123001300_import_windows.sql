-- How an import's lists are cut by time, counted, and read for changes only.

-- The run since whose window a refresh reads changes; null when it reads everything.
alter table public.sync_runs add column since_run_id uuid references public.sync_runs (id) on delete set null;

alter table public.sync_windows
  -- Rows of the platform's list that were read, each once, in the unit of rows_total.
  add column rows_counted int not null default 0,
  -- The platform's count of the whole list, where it was cut by time after its first page.
  add column split_total int,
  add column split_from uuid references public.sync_windows (id) on delete cascade,
  -- Whether the range is about when rows changed instead of when they were made.
  add column by_update boolean not null default false;
create index sync_windows_by_split on public.sync_windows (split_from) where split_from is not null;
