const coming = [
  { name: "Shopify", what: "shop sales" },
  { name: "Stripe", what: "payments" },
  { name: "YouTube", what: "ad revenue" },
  { name: "Twitch", what: "subscriptions" },
] as const;

/** Platforms that are planned. Plain text: there is nothing to click yet. */
export function ComingPlatforms() {
  return (
    <ul aria-label="Platforms to come" className="grid grid-cols-2 gap-2 lg:grid-cols-4">
      {coming.map(({ name, what }) => (
        <li
          key={name}
          className="flex items-center justify-between gap-3 rounded-lg border border-dashed border-control/50 px-3 py-2.5"
        >
          <span className="min-w-0">
            <span className="block text-sm font-medium">{name}</span>
            <span className="hidden text-xs text-ink-soft sm:block">{what}</span>
          </span>
          <span className="rounded-full bg-subtle px-2 py-1 text-xs font-medium text-ink-soft">Coming</span>
        </li>
      ))}
    </ul>
  );
}
