/** One guard of the product, how to take it out, and the tests that have to notice. */
export interface Guard {
  /** What holds, in words. */
  readonly name: string;
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly project: "unit" | "int";
  readonly tests: string;
}

const server = "apps/web-cdp/src/server";
const client = "packages/tiktokshop-client/src";
const migrations = "supabase/migrations";

export const inServer = (file: string) => `${server}/${file}`;
export const inClient = (file: string) => `${client}/${file}`;
export const inMigrations = (file: string) => `${migrations}/${file}`;
