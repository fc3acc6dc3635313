/** One way to put the product under stress, and the file of tests that does it. */
export interface Scenario {
  readonly name: string;
  readonly file: string;
  /** Its part of the time, against the parts of the others. */
  readonly share: number;
  /** Sizes that take about this many seconds. */
  readonly env: (seconds: number) => Readonly<Record<string, string>>;
}

const jobs = "apps/web-cdp/src/server/jobs";

export const scenarios: readonly Scenario[] = [
  {
    name: "imports",
    file: `${jobs}/chaos.int.test.ts`,
    share: 2,
    env: (seconds) => ({ FAULT_RUNS: whole(seconds / 5, 4) }),
  },
  {
    name: "refreshes",
    file: `${jobs}/fresh-token-processes.int.test.ts`,
    share: 1,
    env: (seconds) => ({ REFRESH_ROUNDS: whole(seconds / 4, 1) }),
  },
  {
    name: "kills",
    file: `${jobs}/refresh-kills.int.test.ts`,
    share: 1,
    env: (seconds) => ({ REFRESH_KILLS: whole(seconds / 16, 2) }),
  },
  {
    name: "deliveries",
    file: `${jobs}/webhook-storm.int.test.ts`,
    share: 2,
    env: (seconds) => ({
      CHAOS_SERVER: "production",
      WEBHOOKS: whole(seconds * 60, 400),
      WEBHOOK_KILLS: whole(seconds / 20, 2),
      WEBHOOK_RATE: "100",
    }),
  },
  {
    name: "deletions",
    file: `${jobs}/account-deletion.int.test.ts`,
    share: 1,
    env: (seconds) => ({ DELETIONS: whole(seconds / 2, 8) }),
  },
  {
    name: "drumbeat",
    file: `${jobs}/drumbeat.int.test.ts`,
    share: 4,
    env: (seconds) => ({
      CHAOS_SERVER: "production",
      DRUMBEAT_SHOPS: whole(seconds / 20, 2),
      DRUMBEAT_ORDERS: "2000",
      DRUMBEAT_SECONDS: whole(seconds / 2, 20),
    }),
  },
];

function whole(value: number, least: number): string {
  return String(Math.max(least, Math.floor(value)));
}
