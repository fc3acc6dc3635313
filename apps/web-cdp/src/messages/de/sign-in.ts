import type { signIn as source } from "../en/sign-in.ts";
import type { Translated } from "../translated.ts";

export const signIn: Translated<typeof source> = {
  looking: "Wallets werden gesucht…",
  notLoaded:
    "Der Teil der Seite, der mit Wallets spricht, wurde nicht geladen. Prüfen Sie Ihre Verbindung und laden Sie die Seite neu.",
  needsScript: "Zum Anmelden wird JavaScript gebraucht, weil Ihre Wallet darüber mit der Seite spricht.",
  loadingEmail: "Die E-Mail-Wallet wird geladen…",
  connectedAs:
    "Verbunden als <wallet></wallet>. Ein Schritt fehlt noch: eine Nachricht unterschreiben, die beweist, dass die Wallet Ihnen gehört. Das kostet nichts und bewegt nichts.",
  sign: "Anmelden",
  other: "Andere Wallet verwenden",
  inBrowser: "Wallets in diesem Browser",
  browserWallet: "Wallet des Browsers",
  byEmail: "Weiter mit E-Mail",
  none: "In diesem Browser wurde keine Wallet gefunden. Installieren Sie zum Beispiel MetaMask oder Coinbase Wallet, oder öffnen Sie diese Seite im Browser Ihrer Wallet und laden Sie sie neu.",
  free: "Die Anmeldung ist kostenlos. Wir fragen nie nach einer Wiederherstellungsphrase, und die Unterschrift kann kein Geld bewegen.",
  demo: "Demo-Wallet verwenden",
  demoKept: "Nur in diesem Browser gespeichert.",
  demoNew: "Neue Demo-Wallet",
  step: {
    connecting: "Verbinden…",
    signing: "In der Wallet unterschreiben…",
    verifying: "Prüfen…",
  },
  status: {
    connecting: "Verbindung mit {wallet}",
    ready: "Wallet verbunden. Unterschreiben Sie die Nachricht, um sich anzumelden.",
    signing: "Warten auf Ihre Unterschrift in {wallet}",
    verifying: "Die Unterschrift wird geprüft",
    done: "Angemeldet",
  },
  failure: {
    cancelled: "Sie haben abgebrochen. Nichts wurde unterschrieben; versuchen Sie es, wenn Sie so weit sind.",
    pending:
      "In Ihrer Wallet ist noch eine Anfrage offen. Öffnen Sie die Wallet, beantworten Sie sie und versuchen Sie es noch einmal.",
    silent:
      "Ihre Wallet hat nicht geantwortet. Entsperren Sie sie oder wählen Sie eine andere und versuchen Sie es noch einmal.",
    mismatch: "Die Unterschrift passt nicht zur Nachricht. Versuchen Sie es mit dem Konto, das Sie verbunden haben.",
  },
  email: {
    address: "E-Mail-Adresse",
    hint: "Coinbase schickt einen Code und verwahrt für diese Adresse eine Wallet.",
    send: "Code senden",
    notSent: "Der Code konnte nicht gesendet werden. Prüfen Sie die Adresse und versuchen Sie es noch einmal.",
    code: "Code aus der E-Mail",
    sentTo: "Gesendet an {address}",
    wrong: "Dieser Code hat nicht funktioniert. Prüfen Sie ihn oder fordern Sie einen neuen an.",
    continue: "Weiter",
    otherAddress: "Andere Adresse verwenden",
    wallet: "Ihre E-Mail-Wallet",
  },
};
