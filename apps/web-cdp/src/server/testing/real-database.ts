import { type Env, readEnv } from "#server/env.ts";
import { functionsOf } from "#server/stores/data-api.ts";
import { createServiceClient } from "#server/stores/service-client.ts";
import { createWalletClients } from "#server/stores/wallet-client.ts";
import { intEnv } from "../../../../../supabase/tests/harness.ts";

/** Settings of a product over the database that integration tests run on. */
export function databaseSettings(): Env {
  return readEnv({
    SUPABASE_URL: intEnv("SUPABASE_URL"),
    SUPABASE_PUBLISHABLE_KEY: intEnv("SUPABASE_PUBLISHABLE_KEY"),
    SUPABASE_SECRET_KEY: intEnv("SUPABASE_SECRET_KEY"),
    SUPABASE_JWT_SECRET: intEnv("SUPABASE_JWT_SECRET"),
    TIKTOK_SHOP_APP_KEY: "key",
    TIKTOK_SHOP_APP_SECRET: "secret",
    TIKTOK_SHOP_SERVICE_ID: "service",
    TOKEN_ENCRYPTION_KEYS: intEnv("TOKEN_ENCRYPTION_KEYS"),
    SESSION_SECRET: intEnv("SESSION_SECRET"),
  });
}

/** How stores reach it: the service's functions, and reads as a person. */
export function databaseClients(settings = databaseSettings()) {
  return {
    call: functionsOf(createServiceClient(settings)),
    clientOf: createWalletClients(settings, () => new Date()),
  };
}
