import "server-only";
import type { ProvisionalReason } from "@lendfriend/connector";

const pattern =
  /^(?<stage>\w+)(?: of shop (?<shopId>\S+))?: (?<code>\w+)(?: \((?:(?<read>\d+) of (?<total>\d+)|(?<rows>\d+)) rows?\))?$/;

/** The reason that the connector's `reasonText` wrote; null for any other text. */
export function reasonFrom(text: string): ProvisionalReason | null {
  const groups = pattern.exec(text)?.groups;
  if (!groups) return null;
  const { stage = "", shopId = null, code = "", read, total, rows } = groups;
  return {
    code,
    stage,
    shopId,
    ...(read === undefined || total === undefined ? {} : { read: Number(read), total: Number(total) }),
    ...(rows === undefined ? {} : { rows: Number(rows) }),
  };
}
