import { type AccountKind, ConnectorError, type ImportPage, type PlatformShop } from "@lendfriend/connector";
import type { TikTokShopContext } from "../context.ts";
import { accountOf, type TikTokShopSession } from "../session.ts";
import { stageReaders } from "../stages/stage-list.ts";
import type { StageReader } from "../stages/stage-reader.ts";
import type { ReadWindow } from "./read-window.ts";
import { streamStage } from "./stream-stage.ts";

type ShopToRead = Omit<PlatformShop, "isActive">;

/** A page of any stage of a session's account, or the reason why a stage that is not required was left out. */
export type IncomePage =
  | { readonly stage: string; readonly shop: ShopToRead | null; readonly page: ImportPage }
  | { readonly stage: string; readonly shop: ShopToRead | null; readonly skipped: ConnectorError };

export interface IncomeRequest extends ReadWindow {
  readonly session: TikTokShopSession;
  /** Empty for a creator. */
  readonly shops: readonly ShopToRead[];
}

/** A stage that is refused for these reasons says something about the account, and ends nothing but itself. */
const skippable = new Set(["invalid_request", "not_supported", "scope_missing"]);

/**
 * Everything that an import reads of an account, page by page: each stage for each shop, and child stages for each parent id.
 * Stages that the app does not ask for are read only when their scope was granted all the same.
 * Throws `ConnectorError`; a refused stage that is not required is skipped with its reason.
 */
export async function* streamIncome(
  context: TikTokShopContext,
  request: IncomeRequest,
): AsyncGenerator<IncomePage, void, undefined> {
  const account = accountOf(request.session);
  for (const shop of shopsToRead(account, request.shops)) {
    const parentIdsByStage = new Map<string, string[]>();
    for (const reader of stageReaders(account)) {
      const { stage, scope, asked, parent } = reader.stage;
      if (!asked && scope !== null && !request.session.granted_scopes.includes(scope)) continue;
      const parentIds = parent === null ? [null] : (parentIdsByStage.get(parent) ?? []);
      for await (const entry of streamOrSkip(context, reader, request, shop, parentIds)) {
        if ("page" in entry) remember(parentIdsByStage, stage, entry.page.parentIds);
        yield entry;
      }
    }
  }
}

async function* streamOrSkip(
  context: TikTokShopContext,
  reader: StageReader,
  request: IncomeRequest,
  shop: ShopToRead | null,
  parentIds: readonly (string | null)[],
): AsyncGenerator<IncomePage, void, undefined> {
  const { stage, required } = reader.stage;
  const { from, to, session } = request;
  try {
    for (const parentId of parentIds) {
      const pages = streamStage(context.transport, reader, {
        from,
        to,
        parentId,
        accessToken: session.access_token,
        shop,
      });
      for await (const page of pages) yield { stage, shop, page };
    }
  } catch (error) {
    if (required || !(error instanceof ConnectorError) || !skippable.has(error.code)) throw error;
    yield { stage, shop, skipped: error };
  }
}

function shopsToRead(account: AccountKind, shops: readonly ShopToRead[]): readonly (ShopToRead | null)[] {
  return account === "creator" ? [null] : shops;
}

function remember(idsByStage: Map<string, string[]>, stage: string, ids: readonly string[]): void {
  idsByStage.set(stage, [...(idsByStage.get(stage) ?? []), ...ids]);
}
