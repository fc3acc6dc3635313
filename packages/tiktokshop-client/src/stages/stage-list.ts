import { type AccountKind, ConnectorError } from "@lendfriend/connector";
import { creatorCommissionsStage } from "./creator-stages.ts";
import {
  paymentsStage,
  settlementsStage,
  statementsStage,
  unsettledStage,
  withdrawalsStage,
} from "./finance-stages.ts";
import { chatSatisfactionStage, shopGmvStage, shopPerformanceStage } from "./performance-stages.ts";
import { ordersStage, productsStage, returnsStage, sellerCommissionsStage } from "./seller-stages.ts";
import type { StageReader } from "./stage-reader.ts";

const readersByAccount: Readonly<Record<AccountKind, readonly StageReader[]>> = {
  seller: [
    ordersStage,
    returnsStage,
    unsettledStage,
    statementsStage,
    settlementsStage,
    paymentsStage,
    withdrawalsStage,
    productsStage,
    sellerCommissionsStage,
    shopPerformanceStage,
    chatSatisfactionStage,
    shopGmvStage,
  ],
  creator: [creatorCommissionsStage],
};

/** What an import reads of an account, in the order in which it is read. */
export function stageReaders(account: AccountKind): readonly StageReader[] {
  return readersByAccount[account];
}

/** Throws `ConnectorError` `invalid_request` for a name that is no stage of the account. */
export function findStageReader(account: AccountKind, stage: string): StageReader {
  const reader = readersByAccount[account].find((each) => each.stage.stage === stage);
  if (reader) return reader;
  throw new ConnectorError("invalid_request", `TikTok Shop has no import stage of this name for a ${account}`);
}
