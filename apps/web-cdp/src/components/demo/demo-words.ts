/** Words of /demo. */
export const demoWords = {
  title: "Play a persona",
  lead: "One click signs you in with a wallet of this browser, connects the persona’s account at the sandbox, imports 90 days and scores them. Everything is made up; nothing reaches TikTok.",
  play: "Play",
  seeAt: "Look at",
  seller: "Shop",
  creator: "Creator",
  steps: {
    signing: "Signing in with the demo wallet…",
    leaving: "Approving at the sandbox…",
  },
  failed: "This did not work. Try again, or choose another persona.",
} as const;
