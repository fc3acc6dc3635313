/** One request that came in; secrets are cut out before it is kept. */
export interface LoggedRequest {
  readonly serial: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Query with secrets replaced by `***`. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number | null;
  readonly code: number | null;
  readonly fault: string | null;
  readonly persona: string | null;
}

export interface RequestLog {
  readonly add: (entry: Omit<LoggedRequest, "serial">) => void;
  readonly entries: (filter?: LogFilter) => readonly LoggedRequest[];
  /** How often each method and path was asked for, which survives when old entries are dropped. */
  readonly counts: () => Readonly<Record<string, number>>;
  readonly clear: () => void;
}

export interface LogFilter {
  readonly path?: string | undefined;
  readonly persona?: string | undefined;
  readonly sinceSerial?: number | undefined;
  readonly limit?: number | undefined;
}

const kept = 20_000;
const secretParameters: ReadonlySet<string> = new Set([
  "app_secret",
  "auth_code",
  "refresh_token",
  "access_token",
  "sign",
  "code",
  "state",
]);

export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  let counts = new Map<string, number>();
  let serial = 0;
  return {
    add: (entry) => {
      serial += 1;
      entries.push({ serial, ...entry });
      if (entries.length > kept) entries = entries.slice(kept / 4);
      const key = `${entry.method} ${entry.path}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    entries: ({ path, persona, sinceSerial = 0, limit = kept } = {}) =>
      entries
        .filter(
          (entry) =>
            entry.serial > sinceSerial &&
            (path === undefined || entry.path.includes(path)) &&
            (persona === undefined || entry.persona === persona),
        )
        .slice(-limit),
    counts: () => Object.fromEntries(counts),
    clear: () => {
      entries = [];
      counts = new Map();
    },
  };
}

/** The query without its secrets. */
export function redactQuery(pairs: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const [key, value] of pairs) shown[key] = secretParameters.has(key) ? "***" : value;
  return shown;
}
