/** Why an import waits, by what holds it up, and what an incomplete one means. */
export const importWaits = {
  rate_limited: { title: "TikTok Shop has asked us to slow down.", text: "The import waits and goes on by itself." },
  quota_exhausted: {
    title: "TikTok Shop’s limit for this hour is used up.",
    text: "The import goes on by itself in the next hour.",
  },
  unanswered: {
    title: "TikTok Shop is not answering just now.",
    text: "We keep trying; the import goes on by itself.",
  },
  ours: { title: "Something went wrong on our side.", text: "We keep trying; the import goes on by itself." },
  kept: "Nothing was lost: what has been read is kept, and there is nothing for you to do.",
  gap: "Nothing was lost: what was read is kept, and what of it could be understood counts. What is missing is added as soon as an import can read it. There is nothing for you to do unless a permission is named above.",
} as const;
