-- The affiliate collaboration that a commission line came from, where the platform tells: an open one, or one offered to this
-- creator. Null for rows that were imported before; commissions are read whole by each refresh.
alter table public.commissions add column open_collaboration_id text, add column target_collaboration_id text;
