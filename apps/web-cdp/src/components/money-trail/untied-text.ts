import type { UntiedAccount } from "#server/tie-out-page.ts";
import type { Translator } from "#words/translator.ts";

/** Why an account’s money cannot be followed, and what would change that. */
export function untiedText(t: Translator<"moneyTrail">, { account, reason, permission }: UntiedAccount): string {
  switch (reason) {
    case "withheld": {
      const restores = t("untied.withheld.restores", { permission: permission ?? "finance" });
      return `${t(`untied.withheld.why.${account}`)} ${restores}`;
    }
    case "nothing_settled":
      return `${t(`untied.nothing_settled.why.${account}`)} ${t("untied.nothing_settled.restores")}`;
    case "unsupported":
      return t(`untied.unsupported.why.${account}`);
    case "no_settlements_for_creators":
      return t("untied.no_settlements_for_creators.why");
  }
}
