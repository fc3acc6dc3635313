-- What could not be asked of the platform while a connection's authorisation was over is due at once when that has come back: its
-- consent is the same one, so nothing else would have the topics of its shops set again.

create or replace function app_private.restore_connection(c public.business_connections) returns void
language plpgsql set search_path = '' as $$
begin
  update public.business_connections set
    status = case when last_synced_at is null then 'importing' else 'active' end, error_code = null, error_message = null
  where id = c.id;
  update app_private.webhook_topics set state = 'waiting', tries = 0, due_at = now()
  where connection_id = c.id
    and (state = 'waiting' or (state = 'refused' and error_code in ('token_invalid', 'refresh_rejected')));
  if not exists (select from public.sync_runs where connection_id = c.id and state in ('queued', 'running')) then
    perform app_private.queue_run(c.id, 'restored');
  end if;
  perform app_private.append_audit(c.wallet_address, 'system', 'connection.restored', c.id::text,
    jsonb_build_object('epoch', c.epoch, 'version', c.token_version + 1));
end
$$;
