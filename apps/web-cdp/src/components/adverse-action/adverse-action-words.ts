import type { LenderDecision } from "#server/contract.ts";

/** Everything that the pages of adverse-action drafts say to people, but for the statements that a draft carries itself. */
export const adverseActionWords = {
  title: "Adverse-action draft",
  open: "Decline…",
  lead: "Records what you decided, and drafts the reasons that the shared score gives for it.",
  signInTitle: "Sign in to see it",
  signInLead: "Sign in with the wallet that this score was shared with.",
  back: "Back to the breakdown",
  allBorrowers: "All borrowers",
  otherDrafts: "Record another decision, or see the earlier ones",
  draftTitle: "Draft of an adverse-action notice",
  draftMark: "Draft",
  form: {
    title: "What did you decide?",
    decision: "Your decision",
    reference: "Loan reference (optional)",
    referenceHint: "Your own number for this application. The borrower sees it; leave out names and account numbers.",
    consequences:
      "Recording it starts the 30 days, shows the draft to the borrower, and cannot be undone. The same decision on the same score is recorded once.",
    submit: "Record it and draft the notice",
    failed: "The decision was not recorded. Try again.",
  },
  preview: {
    title: "The reasons the draft will name",
    lead: "The lines of the score that lost most points, four at most, as your share shows them.",
    score: (score: string, tier: string, when: string) => `Score ${score}, ${tier}, as of ${when}.`,
    own: "A score that is too low is not a reason; these lines are. If you decided for other reasons, state those in your notice instead.",
  },
  tierOnly: {
    title: "This share shows no reasons",
    text: "It shows the tier only, and a notice has to name specific reasons. Ask the borrower to share the score and factors with you.",
  },
  noReasons: "This score lost no points, so it gives no reason for any decision. State your own.",
  ended: {
    title: "Nothing is shared with you any more",
    text: "The share has ended or the score was deleted. Your earlier drafts stay below; a new one needs a new share.",
  },
  list: {
    title: "Your adverse-action drafts",
    lead: "Decisions that you recorded, with the time left for each notice.",
    earlier: "Earlier drafts about this borrower",
    caption: "Adverse-action drafts, newest first",
    borrower: "Borrower",
    decision: "Decision",
    decided: "Recorded",
    due: "Notice due by",
    timer: "Time left",
  },
  facts: {
    lender: "Lender",
    borrower: "Applicant",
    decision: "Decision, as the lender states it",
    reference: "Loan reference",
    decided: "Recorded on",
    due: "Notice due by",
    sent: "Notice sent on, as the lender states it",
    score: "Score it rests on",
  },
  reasonsTitle: "Principal reasons",
  reasonsLead: "What cost the score most, the largest first.",
  pointsLost: (points: string) => `${points} points lost`,
  measured: "Measured:",
  allPointsAt: (threshold: string) => `all points at ${threshold}`,
  figuresHidden: "Figures were not shared with the lender, so each stands as “…”.",
  provenance: "What it was drafted from",
  snapshot: "Snapshot",
  share: "Share",
  model: "Model",
  modelHash: "Model hash",
  complete: {
    title: "Before you send it",
    text: "A notice under Regulation B also names you with your address, your Federal agency with its address, and states section 701(a) of the Equal Credit Opportunity Act (12 CFR 1002.9(b)(1)). Other countries have rules of their own. Have it checked by counsel.",
  },
  sent: {
    button: "I sent the notice",
    text: "Stops the time with today’s date. The borrower sees it, and it cannot be undone.",
    failed: "It was not recorded. Try again.",
  },
  decisions: {
    title: "Decisions of lenders",
    lead: "What lenders recorded about you, the reasons they took from your score, and how to dispute them.",
    card: (count: string, noun: string) => `${count} ${noun} recorded about you, with reasons and how to dispute them.`,
    open: "See the decisions",
    back: "Back to the dashboard",
    none: "No lender has recorded a decision",
    noneText: "When a lender records one on a score that you shared, it stands here at once, with its reasons.",
    kept: "Nobody can change or remove a record, and it stays when you end the share or delete your data: it is the proof of what was decided and why.",
  },
} as const;

export const decisionWords = {
  declined: { name: "Declined", hint: "No credit is offered.", tells: "The application was declined." },
  counter_offer: {
    name: "Counter-offer",
    hint: "Other terms or another amount than asked for.",
    tells: "Credit was offered on other terms, or in another amount, than asked for.",
  },
  incomplete_application: {
    name: "Incomplete application",
    hint: "Something that the decision needs is missing.",
    tells: "The application was incomplete, so it could not be approved as it stands.",
  },
} as const satisfies Record<LenderDecision, { name: string; hint: string; tells: string }>;

export const decisions = [
  "declined",
  "counter_offer",
  "incomplete_application",
] as const satisfies readonly LenderDecision[];
