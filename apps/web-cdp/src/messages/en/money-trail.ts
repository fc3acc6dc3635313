/** What became of the money, and what does not add up, by who reads where the words differ. */
export const moneyTrail = {
  title: "Money trail",
  titleOf: "Money trail of {wallet}",
  lead: "Every order that counts, followed by its id: order, settlement, statement, payment. What does not add up is listed below, and nothing else is.",
  cardLead:
    "Every order that counts, followed by its id: order, settlement, statement, payment. Each id that does not add up is listed with what it means.",
  summary: "What became of the money",
  summaryLead: "Counts and amounts by currency. Orders are counted at their merchandise value.",
  summaryTable: "Counts and amounts by state",
  column: { subject: "What", state: "State", count: "Count", value: "Amount" },
  old: "What the integrity badge rests on",
  oldLead:
    "Orders delivered more than 15 days ago must be in TikTok Shop’s settlements or on its list of money not yet settled. The share that is there, by value, gives Pass (95% or more), Review (85% or more) or Fail.",
  oldTable: "Old deliveries by currency",
  oldNone: "No order was delivered more than 15 days ago.",
  oldColumn: { currency: "Currency", count: "Delivered", value: "Their value", missing: "Missing" },
  filter: "Kinds of flags",
  list: "What does not add up",
  listLead:
    "A flag is a question, not a verdict: it says which id to look up and why. Only missing orders lower the score; each counts half.",
  nothing: "Everything adds up",
  nothingText: "No order, statement or payment is missing, short, over or unexplained.",
  nothingOfKind: "Nothing of this kind",
  nothingOfKindText: "There is no flag of this kind.",
  notYet: "Not followed yet",
  notYetText: "The money is followed with every import. It will stand here after the next one.",
  unavailable: "The money cannot be followed",
  partly: "One account’s money cannot be followed",
  howTitle: "How each state is defined",
  all: "All",
  expected: "Expected",
  found: "Found",
  date: "Date",
  shop: "Shop",
  order: "Order",
  statement: "Statement",
  payment: "Payment",
  nobody: "Nothing",
  previous: "Previous page",
  next: "Next page",
  back: "Back to your dashboard",
  asOf: "As of {when}, with the score of that import.",
  pageOf: "Page {page, number} of {pages, number}",
  open: "Follow the money",
  export: "Export CSV",
  subject: {
    order: { one: "Order", many: "Orders" },
    settlement: { one: "Settlement", many: "Settlements" },
    unsettled: { one: "Unsettled row", many: "Unsettled rows" },
    statement: { one: "Statement", many: "Statements" },
    payment: { one: "Payment", many: "Payments" },
  },
  state: {
    MATCHED: {
      label: "Matched",
      means:
        "An order that was settled, whose statements were paid, and whose amounts agree. A statement that equals its transactions and was paid; a payment that equals its statements.",
    },
    PENDING: {
      label: "Pending",
      means:
        "Money on its way: not delivered, delivered within 15 days, on TikTok Shop’s list of unsettled money, or settled and not yet paid out.",
    },
    MISSING: {
      label: "Missing",
      means:
        "An order delivered more than 15 days ago that is neither settled nor listed as unsettled. A statement marked paid without a listed payment. A payment that failed.",
    },
    MISMATCH: {
      label: "Mismatch",
      means:
        "An order settled for over 1% more than it was sold for, or in another currency. A statement that is not the sum of its transactions; a payment that is not the sum of its statements.",
    },
    PARTIAL: {
      label: "Partial",
      means:
        "An order settled for over 1% less than it was sold for, without a return that explains it and with nothing of it left unsettled.",
    },
    ORPHAN: {
      label: "Orphan",
      means:
        "Money without its cause: a settlement or unsettled row for an order of these 90 days that TikTok Shop does not list, or a payment that no statement names.",
    },
  },
  problem: {
    not_settled: {
      title: "Delivered, never settled",
      means:
        "It was delivered more than 15 days ago, and TikTok Shop lists neither a settlement nor a pending amount for it.",
      todo: {
        borrower:
          "Look the order up in Seller Center under Finance. If it is settled there, import again; if not, ask TikTok Shop why.",
        lender: "Ask for the settlement of this order. Half of its value is already left out of the score.",
      },
    },
    settled_short: {
      title: "Settled for less",
      means:
        "The revenue in its settlements is below what it was sold for, no return explains it, and nothing more is pending.",
      todo: {
        borrower: "Open the order in Seller Center under Finance and compare its revenue with its price.",
        lender: "Ask what was taken off this order: a fee outside the statement, or a refund that is not listed.",
      },
    },
    settled_over: {
      title: "Settled for more",
      means: "The revenue in its settlements is above what it was sold for.",
      todo: {
        borrower: "Open the order in Seller Center: a later statement may take the difference back.",
        lender: "Do not count on the difference: a later statement may take it back.",
      },
    },
    other_currency: {
      title: "Settled in another currency",
      means: "It was sold in one currency and settled in another, so the amounts cannot be compared.",
      todo: {
        borrower: "Check the shop’s settlement currency in Seller Center.",
        lender: "Ask in which currency this shop is settled, and at which rate.",
      },
    },
    unknown_order: {
      title: "Money for an order that is not listed",
      means: "It names an order of these 90 days that TikTok Shop’s list of orders does not hold.",
      todo: {
        borrower: "Search Seller Center for the order. If it is there, import again.",
        lender: "Ask for this order: its money is real, its sale is not shown.",
      },
    },
    unknown_statement: {
      title: "Settlement without a statement",
      means: "Its statement is not in TikTok Shop’s list of statements.",
      todo: {
        borrower: "Look the statement up in Seller Center under Finance, then import again.",
        lender: "Ask for this statement.",
      },
    },
    payment_not_found: {
      title: "Paid, and no payment",
      means: "The statement is marked as paid, by a payment that TikTok Shop does not list.",
      todo: {
        borrower: "Check your bank account for the amount, and Seller Center for the payment.",
        lender: "Ask for a bank record of this amount.",
      },
    },
    payment_failed: {
      title: "The payment failed",
      means: "TikTok Shop tried to pay and the bank refused.",
      todo: {
        borrower:
          "Check the bank account that Seller Center pays to. Failed payments are usually tried again once it is right.",
        lender: "Ask whether the payment was made again.",
      },
    },
    no_statement: {
      title: "A payment of nothing",
      means: "No listed statement names this payment.",
      todo: {
        borrower: "Open the payment in Seller Center to see which statements it covers.",
        lender: "Ask what this payment was for.",
      },
    },
    sum_differs: {
      title: "The sum differs",
      means: "Its amount is not the sum of what it is made of.",
      todo: {
        borrower: "Compare it with its details in Seller Center. If they agree there, import again.",
        lender: "Ask for its details from Seller Center.",
      },
    },
  },
  /** Why an account’s money cannot be followed, and what would change that. */
  untied: {
    withheld: {
      why: {
        seller: "Statements and payouts were not granted for the seller account.",
        creator: "Statements and payouts were not granted for the creator account.",
      },
      restores: "Reconnect the account and allow “Statements and payouts” ({permission}).",
    },
    unsupported: {
      why: {
        seller: "TikTok Shop lists no settlements for this seller account.",
        creator: "TikTok Shop lists no settlements for this creator account.",
      },
    },
    nothing_settled: {
      why: {
        seller: "TikTok Shop has not settled an order of this seller account in these 90 days.",
        creator: "TikTok Shop has not settled an order of this creator account in these 90 days.",
      },
      restores: "It will be followed once a first order is settled.",
    },
    no_settlements_for_creators: {
      why: "TikTok Shop lists no settlements for creators: commissions carry their own status instead.",
    },
  },
} as const;
