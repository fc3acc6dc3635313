"use client";

import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { formatMoney, formatTime } from "#lib/format.ts";
import { useWords } from "#words/use-words.ts";
import { useLive } from "./LiveProvider.tsx";

/** Today's sales by currency and the newest orders, as they come in; nothing for a wallet that has no shop. */
export function SalesTicker() {
  const { locale } = usePageFacts();
  const t = useWords("live");
  const { connections, today, stalled } = useLive();
  const hasShop = connections.some(({ account, status }) => account === "seller" && status !== "disconnected");
  if (!hasShop) return null;
  return (
    <Card
      title={t("title")}
      id="today"
      lead={t("lead")}
      actions={<Badge tone={stalled ? "caution" : "positive"}>{t(stalled ? "paused" : "live")}</Badge>}
    >
      <div aria-live="polite" className="min-h-14">
        {today.byCurrency.length === 0 ? (
          <p className="text-ink-soft">{t("none")}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-8 gap-y-2">
            {today.byCurrency.map(({ currency, orderCount, gross }) => (
              <li key={currency}>
                <span className="block text-2xl font-semibold tabular-nums">
                  {formatMoney(locale, gross, currency)}
                </span>
                <span className="text-sm text-ink-soft">{t("orders", { count: orderCount })}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {today.latest.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-sm font-medium text-ink-soft">{t("latest")}</h3>
          <ol className="min-h-40 divide-y divide-line text-sm">
            {today.latest.map(({ id, shopName, placedAt, currency, value, itemCount }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
                <span className="min-w-0 break-words">
                  <time dateTime={placedAt} className="mr-3 tabular-nums text-ink-soft">
                    {formatTime(locale, placedAt)}
                  </time>
                  {shopName}
                </span>
                <span className="tabular-nums">
                  <span className="text-ink-soft">{t("items", { count: itemCount })} · </span>
                  <span className="font-medium">{formatMoney(locale, value, currency)}</span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}
