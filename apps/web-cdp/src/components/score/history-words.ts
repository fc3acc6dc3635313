/** Everything that the score history says to people. */
export const historyWords = {
  title: "Score history",
  lead: "The score after each import, on the scale of the tiers.",
  one: "There is one score so far. Each import adds another.",
  legend: "A break in the line is more than 3 days without a score. A hollow point is a provisional score.",
  modelLegend: "A dashed line marks a newer version of the model: scores on its two sides are not counted alike.",
  model: "New model",
  caption: "Scores, newest first",
  columns: { asOf: "As of", score: "Score", change: "Change", tier: "Tier", notes: "Notes" },
  first: "first",
  provisional: "provisional",
  newModel: (model: string) => `new version of the model (${model})`,
  gap: (days: number) => `after ${days} days without a score`,
  drawing: (count: string, from: string, to: string, low: string, high: string, newest: string) =>
    `${count} scores from ${from} to ${to}, between ${low} and ${high}; the newest is ${newest}. Each is in the table below the drawing.`,
} as const;
