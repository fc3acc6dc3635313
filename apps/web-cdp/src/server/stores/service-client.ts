import "server-only";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { Env } from "#server/env.ts";
import { timedFetch } from "./timed-fetch.ts";

/** The client that may call every function. It never sees a person's cookie, and only `deps.ts` makes one. */
export function createServiceClient({ supabase }: Pick<Env, "supabase">): SupabaseClient {
  return createClient(supabase.url, supabase.secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: timedFetch },
  });
}
