import "server-only";
import type { AdverseAction } from "#server/contract.ts";
import type { StoredAdverseAction } from "#server/ports.ts";

/** A stored draft with what must stand on every copy of it, on paper and over the API. `origin` is where people reach the app. */
export function withStatements(draft: StoredAdverseAction, origin: string): AdverseAction {
  return { ...draft, statements: statementsOf(draft, origin) };
}

function statementsOf({ decision, provisional }: StoredAdverseAction, origin: string): AdverseAction["statements"] {
  return [
    {
      title: "A draft, not a notice",
      text: "This is a draft and not legal advice. It is not a notice until the lender has checked it, completed it and sent it. It states only what the shared score can say; where the lender decided for other reasons, those are the ones to state.",
    },
    {
      title: "Not calibrated to default risk",
      text: "The score describes sales on one platform and is not calibrated to default risk. Its thresholds are reasoned, not fitted to repayment data.",
    },
    ...(provisional
      ? [
          {
            title: "A provisional score",
            text: "The import behind this score was not complete, so its figures may be too low. A refreshed score can differ.",
          },
        ]
      : []),
    {
      title: "The 30 days",
      text: `They are counted from the moment this draft was made. ${dueWords[decision]} Where that falls earlier, it is the date that counts.`,
    },
    {
      title: "Where to dispute",
      text: `The decision: with the lender named above, who answers for it. The figures: sign in at ${origin}/dashboard/decisions with the wallet named above; “Money trail” and “Left out” on the dashboard show every order that counts and why others do not. What is wrong at TikTok Shop is corrected in its Seller Center; a refresh then makes a new score.`,
    },
  ];
}

/** What may make the notice due earlier: 12 CFR 1002.9(a)(1), for applicants whose lender is under United States law. */
const dueWords = {
  declined: "Regulation B counts them from when the lender received the completed application.",
  counter_offer:
    "Regulation B counts them from the completed application; a counter-offer may carry the notice, or 90 days run for the applicant to take it.",
  incomplete_application:
    "Regulation B counts them from when the lender received the application; the lender may instead ask for what is missing.",
} as const;
