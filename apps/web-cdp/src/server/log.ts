import "server-only";
import { type DestinationStream, pino } from "pino";

/** Facts of one event. Ids, codes and counts; never a token, a signature, a callback's query or a buyer. */
export type LogFields = Readonly<Record<string, unknown>>;

/** One line of JSON per event, named by the event. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}

const secretFields = [
  "accessToken",
  "access_token",
  "appSecret",
  "app_secret",
  "auth_code",
  "authorization",
  "cookie",
  "password",
  "refreshToken",
  "refresh_token",
  "sessionToken",
  "signature",
  "token",
];

/** What an error tells besides its words. Whatever else hangs on one, such as a driver's connection or a row, stays out. */
const errorFacts = ["code", "providerCode", "status", "requestId", "constraint", "table"];

function errorWithoutBaggage(error: Error): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  const facts = Object.entries(error).filter(([name]) => errorFacts.includes(name));
  return { type, message, stack, ...Object.fromEntries(facts) };
}

/** A log that writes to standard output, or to `destination`. Values under names of secrets are replaced. */
export function createLog(
  level: string,
  bindings: LogFields = {},
  destination: DestinationStream = pino.destination({ sync: true }),
): Log {
  const logger = pino(
    {
      level,
      base: { service: "web-cdp", ...bindings },
      messageKey: "event",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorWithoutBaggage },
      redact: { paths: secretFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[removed]" },
    },
    destination,
  );
  return {
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, error, fields = {}) => logger.error({ ...fields, err: error }, event),
  };
}
