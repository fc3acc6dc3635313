export const verifyWords = {
  title: "Verify a signed score",
  lead: "Checked on this device, in your browser. The file is not sent anywhere, and no account is needed.",
  input: "The signed score",
  hint: "Paste the text, choose the file, or drop it here.",
  choose: "Choose a file",
  check: "Check it",
  clear: "Clear",
  loading: "Loading the verifier…",
  ready: "Ready. From now on this page also works without a connection.",
  broken: "The verifier did not load. Reload the page.",
  tooLarge: "This file is larger than a signed score can be.",
  listTitle: "List of revoked scores",
  listText:
    "The one thing that the file itself cannot say. Each check asks this site for the newest list, without telling which score you look at. Without a connection, a saved list serves.",
  saveList: "Save the list",
  openList: "Open a saved list",
  listOpened: "A saved list is at hand.",
  claims: "What it says",
  disclosed: "Disclosed figures",
  disclosedTable: "Each disclosed figure, and whether it was signed",
  checks: "The checks",
  notDisclosed: (count: number) =>
    count === 0 ? "Everything that was signed is shown." : `${count} other claims were signed and are not shown here.`,
  genuine: "Genuine",
  altered: "Not part of what was signed",
  provisional: "This score is provisional: parts of the import were missing when it was made.",
  unproven: "Nothing below is proven.",
  notProven:
    "It proves what this site measured, not who hands you the file. Ask the borrower to sign in, or to sign a message, with the wallet named here. The score is not calibrated to default risk.",
  signers: "Keys of this site",
  signersText:
    "Compare the signer’s address with one you got another way. The first signs now; others are earlier keys.",
} as const;
