/** One guard of the product, how to take it out, and the tests that have to notice. */
export interface Guard {
  /** What holds, in words. */
  readonly name: string;
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** One file; its name says whether it needs a database. */
  readonly tests: string;
}

export const inApp = (file: string) => `apps/web-cdp/src/${file}`;
export const inServer = (file: string) => inApp(`server/${file}`);
export const inClient = (file: string) => `packages/tiktokshop-client/src/${file}`;
export const inMigrations = (file: string) => `supabase/migrations/${file}`;
export const inSqlTests = (name: string) => `supabase/tests/${name}.int.test.ts`;
