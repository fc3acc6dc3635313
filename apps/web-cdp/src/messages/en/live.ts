/** Today's sales, as they come in. */
export const live = {
  title: "Today",
  lead: "Orders of today (UTC) that count as sales, as they come in. They reach the score with the next import.",
  none: "No sale yet today.",
  orders: "{count, plural, one {# order} other {# orders}}",
  items: "{count, plural, one {# item} other {# items}}",
  latest: "Newest orders",
  live: "Live",
  paused: "Paused",
} as const;
