/**
 * What stands around drafts of adverse-action notices. A notice is in English: it takes `decision` and `reason` from here, and
 * what it alone says from `notice-words.ts`.
 */
export const adverseAction = {
  title: "Adverse-action draft",
  titleOf: "Adverse-action draft: {wallet}",
  open: "Decline…",
  lead: "Records what you decided, and drafts the reasons that the shared score gives for it.",
  otherDrafts: "Record another decision, or see the earlier ones",
  decision: {
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
  },
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
    score: "Score {score}, {tier}, as of {when}.",
    own: "A score that is too low is not a reason; these lines are. If you decided for other reasons, state those in your notice instead.",
  },
  tierOnly: {
    title: "This share shows no reasons",
    text: "It shows the tier only, and a notice has to name specific reasons. Ask the borrower to share the score and factors with you.",
  },
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
  timer: {
    left: "{days, plural, =1 {Due within a day} one {# day left} other {# days left}}",
    overdue: "{days, plural, =0 {Overdue} one {Overdue by # day} other {Overdue by # days}}",
    sentInTime: "Sent in time",
    sentLate: "Sent late",
  },
  reason: {
    none: "This score lost no points, so it gives no reason for any decision. State your own.",
    pointsLost: "{points} points lost",
    hidden: "Figures were not shared with the lender, so each stands as “…”.",
  },
  english: {
    lines: "The notice itself is in English, with these reasons in English sentences.",
    title: "The notice is in English",
    text: "The rule for these notices (12 CFR 1002) is a law of the United States. In short:",
    due: "Notice due by {when}.",
    reasons: "What cost the score most:",
    dispute:
      "The decision is disputed with the lender named in the notice; figures are corrected in TikTok Shop’s Seller Center.",
  },
  complete: {
    title: "Before you send it",
    text: "A notice under Regulation B also names you with your address, your Federal agency with its address, and states section 701(a) of the Equal Credit Opportunity Act (12 CFR 1002.9(b)(1)). Other countries have rules of their own. Have it checked by counsel.",
  },
  sent: {
    button: "I sent the notice",
    text: "Stops the time with today’s date. The borrower sees it, and it cannot be undone.",
    failed: "It was not recorded. Try again.",
  },
  about: {
    title: "Decisions of lenders",
    lead: "What lenders recorded about you, the reasons they took from your score, and how to dispute them.",
    signIn: "Sign in to see them",
    card: "{count, plural, one {# decision} other {# decisions}} recorded about you, with reasons and how to dispute them.",
    open: "See the decisions",
    none: "No lender has recorded a decision",
    noneText: "When a lender records one on a score that you shared, it stands here at once, with its reasons.",
    kept: "Nobody can change or remove a record, and it stays when you end the share or delete your data: it is the proof of what was decided and why.",
  },
} as const;
