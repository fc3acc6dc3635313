-- A score that was shown is kept: asked of each score, so not by reading all looks of its wallet.
create index access_log_by_snapshot on public.access_log (snapshot_id) where snapshot_id is not null;
