/**
 * What a notice itself says beside its reasons: in English in every language of the pages, as the document of a rule of the
 * United States (12 CFR 1002).
 */
export const noticeWords = {
  mark: "Draft",
  title: "Draft of an adverse-action notice",
  reasons: "Principal reasons",
  reasonsLead: "What cost the score most, the largest first.",
  scoreOf: (score: string, tier: string, when: string) => `${score} of 100, ${tier}, as of ${when}`,
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
  source: {
    title: "What it was drafted from",
    snapshot: "Snapshot",
    model: "Model",
    modelHash: "Model hash",
    share: "Share",
  },
} as const;
