/** Words of today's sales. */
export const liveWords = {
  title: "Today",
  lead: "Orders of today (UTC) that count as sales, as they come in. They reach the score with the next import.",
  none: "No sale yet today.",
  orders: (count: string, isOne: boolean) => `${count} ${isOne ? "order" : "orders"}`,
  items: (count: string, isOne: boolean) => `${count} ${isOne ? "item" : "items"}`,
  latest: "Newest orders",
  live: "Live",
  paused: "Paused",
} as const;
