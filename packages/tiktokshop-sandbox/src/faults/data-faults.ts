import type { ReceivedRequest } from "../gateway/received-request.ts";
import { asJson, isJsonArray, isRecord, type Json, type JsonObject, mergeJson } from "../json.ts";
import type { Fault } from "./fault.ts";

/** Twists a good answer the way a paging bug of the provider would. */
export function applyDataFault(data: JsonObject, fault: Fault, request: ReceivedRequest): JsonObject {
  switch (fault.kind) {
    case "repeat_page_token": {
      const token = request.query.get("page_token") ?? "";
      return { ...data, next_page_token: token === "" ? data.next_page_token : token };
    }
    case "empty_page_with_token":
      return mapRows(
        { ...data, next_page_token: data.next_page_token === "" ? "c2J4" : data.next_page_token },
        () => [],
      );
    case "duplicate_rows":
      return mapRows(data, (rows) => [...rows, ...rows]);
    case "shrinking_totals":
      return {
        ...data,
        total_count: typeof data.total_count === "number" ? Math.floor(data.total_count / 2) : data.total_count,
      };
    case "patch_data": {
      const patch = asJson(fault.patch);
      return isRecord(patch) ? mergeJson(data, { ...patch }) : data;
    }
    default:
      return data;
  }
}

function mapRows(data: JsonObject, change: (rows: readonly Json[]) => readonly Json[]): JsonObject {
  const changed: Record<string, Json> = {};
  for (const [key, value] of Object.entries(data)) changed[key] = isJsonArray(value) ? change(value) : value;
  return changed;
}
