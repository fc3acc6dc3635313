import { useWords } from "#words/use-words.ts";

const coming = [
  { id: "shopify", name: "Shopify" },
  { id: "stripe", name: "Stripe" },
  { id: "youtube", name: "YouTube" },
  { id: "twitch", name: "Twitch" },
] as const;

/** Platforms that are planned. Plain text: there is nothing to click yet. */
export function ComingPlatforms() {
  const t = useWords("connections");
  return (
    <ul aria-label={t("coming.list")} className="grid grid-cols-2 gap-2 lg:grid-cols-4">
      {coming.map(({ id, name }) => (
        <li
          key={id}
          className="flex items-center justify-between gap-3 rounded-lg border border-dashed border-control/50 px-3 py-2.5"
        >
          <span className="min-w-0">
            <span className="block text-sm font-medium">{name}</span>
            <span className="hidden text-xs text-ink-soft sm:block">{t(`coming.${id}`)}</span>
          </span>
          <span className="rounded-full bg-subtle px-2 py-1 text-xs font-medium text-ink-soft">
            {t("coming.badge")}
          </span>
        </li>
      ))}
    </ul>
  );
}
