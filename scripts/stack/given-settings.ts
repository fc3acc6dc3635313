import { StackError } from "./stack-error.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Whether the given settings name a Supabase of their own: then none is started. */
export function hasOwnSupabase(given: Variables): boolean {
  return Boolean(given.SUPABASE_URL);
}

/** Whether the given settings name a platform of their own: then no sandbox is started. */
export function hasOwnPlatform(given: Variables): boolean {
  return Boolean(given.TIKTOK_SHOP_API_URL);
}

/**
 * Throws `StackError` when the sandbox would play the platform for a database that is not the embedded one: a worker would
 * send it the tokens of real shops, and its refusals would end their connections. A database that is there for tests is one
 * whose settings have `ALLOW_TEST_PROVIDER=1`.
 */
export function refuseSandboxForOthersData(given: Variables): void {
  if (!hasOwnSupabase(given) || hasOwnPlatform(given)) return;
  if (given.ALLOW_TEST_PROVIDER === "1" || given.ALLOW_TEST_PROVIDER === "true") return;
  throw new StackError(
    "settings_refused",
    "SUPABASE_URL is set, and TIKTOK_SHOP_API_URL is not: the sandbox would get the tokens in that database and end its connections. " +
      "Unset SUPABASE_URL for the embedded database, name the platform, or set ALLOW_TEST_PROVIDER=1 if the database is there for tests.",
  );
}
