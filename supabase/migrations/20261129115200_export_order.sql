-- An export reads the rows behind a score's figures in the order of their key: without this, each page would sort all of them.
create index figure_rows_by_wallet_and_key on public.figure_rows (wallet_address, snapshot_id, number);
drop index public.figure_rows_by_wallet;
