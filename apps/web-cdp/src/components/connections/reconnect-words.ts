/** Words of the banner that asks to reconnect. */
export const reconnectWords = {
  title: (name: string, daysLeft: number) =>
    daysLeft === 0
      ? `Access to ${name} has ended`
      : `Access to ${name} ends in ${daysLeft} ${daysLeft === 1 ? "day" : "days"}`,
  text: "Approve again at TikTok to keep your score fresh. It takes a minute; your history and shares stay as they are.",
  more: (count: number) => `${count} more ${count === 1 ? "account needs" : "accounts need"} it soon: see below.`,
  action: "Reconnect",
} as const;
