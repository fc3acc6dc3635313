import type { adverseAction as source } from "../en/adverse-action.ts";
import type { Translated } from "../translated.ts";

export const adverseAction: Translated<typeof source> = {
  title: "Entwurf einer Ablehnung",
  titleOf: "Entwurf einer Ablehnung: {wallet}",
  open: "Ablehnen…",
  lead: "Hält fest, was Sie entschieden haben, und entwirft die Gründe, die der geteilte Score dafür hergibt.",
  otherDrafts: "Eine weitere Entscheidung festhalten oder frühere ansehen",
  decision: {
    declined: { name: "Abgelehnt", hint: "Es wird kein Kredit angeboten.", tells: "Der Antrag wurde abgelehnt." },
    counter_offer: {
      name: "Gegenangebot",
      hint: "Andere Bedingungen oder ein anderer Betrag als gewünscht.",
      tells: "Ein Kredit wurde zu anderen Bedingungen oder über einen anderen Betrag als gewünscht angeboten.",
    },
    incomplete_application: {
      name: "Unvollständiger Antrag",
      hint: "Etwas, das die Entscheidung braucht, fehlt.",
      tells: "Der Antrag war unvollständig und konnte so nicht bewilligt werden.",
    },
  },
  form: {
    title: "Wie haben Sie entschieden?",
    decision: "Ihre Entscheidung",
    reference: "Kreditnummer (freiwillig)",
    referenceHint:
      "Ihre eigene Nummer für diesen Antrag. Der Kreditnehmer sieht sie; lassen Sie Namen und Kontonummern weg.",
    consequences:
      "Mit dem Festhalten beginnen die 30 Tage, der Kreditnehmer sieht den Entwurf, und es lässt sich nicht rückgängig machen. Dieselbe Entscheidung über denselben Score wird einmal festgehalten.",
    submit: "Festhalten und Bescheid entwerfen",
    failed: "Die Entscheidung wurde nicht festgehalten. Versuchen Sie es noch einmal.",
  },
  preview: {
    title: "Die Gründe, die der Entwurf nennt",
    lead: "Die Zeilen des Scores, die am meisten Punkte kosteten, höchstens vier, so wie Ihre Freigabe sie zeigt.",
    score: "Score {score}, {tier}, Stand {when}.",
    own: "Ein zu niedriger Score ist kein Grund; diese Zeilen sind es. Haben Sie aus anderen Gründen entschieden, nennen Sie stattdessen diese in Ihrem Bescheid.",
  },
  tierOnly: {
    title: "Diese Freigabe zeigt keine Gründe",
    text: "Sie zeigt nur die Stufe, und ein Bescheid muss bestimmte Gründe nennen. Bitten Sie den Kreditnehmer, Score und Faktoren mit Ihnen zu teilen.",
  },
  ended: {
    title: "Mit Ihnen wird nichts mehr geteilt",
    text: "Die Freigabe ist beendet oder der Score gelöscht. Ihre früheren Entwürfe bleiben unten stehen; ein neuer braucht eine neue Freigabe.",
  },
  list: {
    title: "Ihre Entwürfe von Ablehnungen",
    lead: "Entscheidungen, die Sie festgehalten haben, mit der Restzeit für jeden Bescheid.",
    earlier: "Frühere Entwürfe zu diesem Kreditnehmer",
    caption: "Entwürfe von Ablehnungen, die neuesten zuerst",
    borrower: "Kreditnehmer",
    decision: "Entscheidung",
    decided: "Festgehalten",
    due: "Bescheid fällig bis",
    timer: "Restzeit",
  },
  timer: {
    left: "{days, plural, =1 {In weniger als einem Tag fällig} one {noch # Tag} other {noch # Tage}}",
    overdue: "{days, plural, =0 {Überfällig} one {Seit # Tag überfällig} other {Seit # Tagen überfällig}}",
    sentInTime: "Rechtzeitig gesendet",
    sentLate: "Verspätet gesendet",
  },
  reason: {
    none: "Dieser Score verlor keine Punkte und gibt darum keinen Grund für eine Entscheidung. Nennen Sie Ihren eigenen.",
    pointsLost: "{points} Punkte verloren",
    hidden: "Zahlen wurden nicht mit dem Kreditgeber geteilt, an ihrer Stelle steht „…“.",
  },
  english: {
    lines: "Der Bescheid selbst ist auf Englisch und nennt diese Gründe in englischen Sätzen.",
    title: "Der Bescheid ist auf Englisch",
    text: "Die Vorschrift für solche Bescheide (12 CFR 1002) ist ein Gesetz der Vereinigten Staaten. Kurz gesagt:",
    due: "Bescheid fällig bis {when}.",
    reasons: "Was den Score am meisten kostete:",
    dispute:
      "Der Entscheidung widerspricht man bei dem Kreditgeber, den der Bescheid nennt; Zahlen werden im Seller Center von TikTok Shop berichtigt.",
  },
  complete: {
    title: "Bevor Sie ihn senden",
    text: "Ein Bescheid nach Regulation B nennt auch Sie mit Ihrer Anschrift, Ihre Bundesaufsicht mit deren Anschrift und gibt Abschnitt 701(a) des Equal Credit Opportunity Act wieder (12 CFR 1002.9(b)(1)). Andere Länder haben eigene Regeln. Lassen Sie ihn rechtlich prüfen.",
  },
  sent: {
    button: "Ich habe den Bescheid gesendet",
    text: "Hält die Zeit mit dem heutigen Datum an. Der Kreditnehmer sieht es, und es lässt sich nicht rückgängig machen.",
    failed: "Das wurde nicht festgehalten. Versuchen Sie es noch einmal.",
  },
  about: {
    title: "Entscheidungen von Kreditgebern",
    lead: "Was Kreditgeber über Sie festgehalten haben, welche Gründe sie aus Ihrem Score nahmen und wie Sie widersprechen.",
    signIn: "Zum Ansehen anmelden",
    card: "{count, plural, one {# Entscheidung} other {# Entscheidungen}} über Sie festgehalten, mit Gründen und dem Weg zum Widerspruch.",
    open: "Entscheidungen ansehen",
    none: "Kein Kreditgeber hat eine Entscheidung festgehalten",
    noneText:
      "Hält ein Kreditgeber eine zu einem Score fest, den Sie geteilt haben, steht sie sofort hier, mit ihren Gründen.",
    kept: "Niemand kann einen Eintrag ändern oder entfernen, und er bleibt, wenn Sie die Freigabe beenden oder Ihre Daten löschen: Er beweist, was entschieden wurde und warum.",
  },
};
