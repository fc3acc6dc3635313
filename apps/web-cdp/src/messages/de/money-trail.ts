import type { moneyTrail as source } from "../en/money-trail.ts";
import type { Translated } from "../translated.ts";

export const moneyTrail: Translated<typeof source> = {
  title: "Spur des Geldes",
  titleOf: "Spur des Geldes von {wallet}",
  lead: "Jede zählende Bestellung, anhand ihrer Nummer verfolgt: Bestellung, Abrechnung, Aufstellung, Zahlung. Unten steht, was nicht aufgeht, und sonst nichts.",
  cardLead:
    "Jede zählende Bestellung, anhand ihrer Nummer verfolgt: Bestellung, Abrechnung, Aufstellung, Zahlung. Jede Nummer, die nicht aufgeht, steht mit ihrer Bedeutung da.",
  summary: "Was aus dem Geld wurde",
  summaryLead: "Anzahlen und Beträge nach Währung. Bestellungen zählen mit ihrem Warenwert.",
  summaryTable: "Anzahlen und Beträge nach Stand",
  column: { subject: "Was", state: "Stand", count: "Anzahl", value: "Betrag" },
  old: "Worauf das Abzeichen der Integrität beruht",
  oldLead:
    "Bestellungen, die vor mehr als 15 Tagen zugestellt wurden, müssen in den Abrechnungen von TikTok Shop stehen oder auf der Liste des noch nicht abgerechneten Geldes. Der Anteil, der dort steht, nach Wert, ergibt „Bestanden“ (ab 95 %), „Zu prüfen“ (ab 85 %) oder „Nicht bestanden“.",
  oldTable: "Ältere Zustellungen nach Währung",
  oldNone: "Keine Bestellung wurde vor mehr als 15 Tagen zugestellt.",
  oldColumn: { currency: "Währung", count: "Zugestellt", value: "Wert", missing: "Fehlend" },
  filter: "Arten von Hinweisen",
  list: "Was nicht aufgeht",
  listLead:
    "Ein Hinweis ist eine Frage, kein Urteil: Er sagt, welche Nummer nachzusehen ist, und warum. Nur fehlende Bestellungen senken den Score; jede zählt halb.",
  nothing: "Alles geht auf",
  nothingText: "Keine Bestellung, Aufstellung oder Zahlung fehlt, ist zu klein, zu groß oder ohne Erklärung.",
  nothingOfKind: "Nichts von dieser Art",
  nothingOfKindText: "Es gibt keinen Hinweis dieser Art.",
  notYet: "Noch nicht verfolgt",
  notYetText: "Das Geld wird mit jedem Import verfolgt. Nach dem nächsten steht es hier.",
  unavailable: "Das Geld lässt sich nicht verfolgen",
  partly: "Das Geld eines Kontos lässt sich nicht verfolgen",
  howTitle: "Wie jeder Stand festgelegt ist",
  all: "Alle",
  expected: "Erwartet",
  found: "Gefunden",
  date: "Datum",
  shop: "Shop",
  order: "Bestellung",
  statement: "Aufstellung",
  payment: "Zahlung",
  nobody: "Nichts",
  previous: "Vorherige Seite",
  next: "Nächste Seite",
  back: "Zurück zu Ihrer Übersicht",
  asOf: "Stand {when}, mit dem Score jenes Imports.",
  pageOf: "Seite {page, number} von {pages, number}",
  open: "Dem Geld folgen",
  export: "CSV exportieren",
  subject: {
    order: { one: "Bestellung", many: "Bestellungen" },
    settlement: { one: "Abrechnung", many: "Abrechnungen" },
    unsettled: { one: "Nicht abgerechnete Zeile", many: "Nicht abgerechnete Zeilen" },
    statement: { one: "Aufstellung", many: "Aufstellungen" },
    payment: { one: "Zahlung", many: "Zahlungen" },
  },
  state: {
    MATCHED: {
      label: "Stimmig",
      means:
        "Eine Bestellung, die abgerechnet ist, deren Aufstellungen gezahlt sind und deren Beträge übereinstimmen. Eine Aufstellung, die ihren Buchungen entspricht und gezahlt ist; eine Zahlung, die ihren Aufstellungen entspricht.",
    },
    PENDING: {
      label: "Unterwegs",
      means:
        "Geld auf dem Weg: nicht zugestellt, innerhalb von 15 Tagen zugestellt, auf der Liste des nicht abgerechneten Geldes von TikTok Shop, oder abgerechnet und noch nicht ausgezahlt.",
    },
    MISSING: {
      label: "Fehlend",
      means:
        "Eine Bestellung, die vor mehr als 15 Tagen zugestellt wurde und weder abgerechnet ist noch als nicht abgerechnet gelistet. Eine als gezahlt markierte Aufstellung ohne gelistete Zahlung. Eine fehlgeschlagene Zahlung.",
    },
    MISMATCH: {
      label: "Abweichend",
      means:
        "Eine Bestellung, die um mehr als 1 % höher abgerechnet wurde, als sie verkauft wurde, oder in einer anderen Währung. Eine Aufstellung, die nicht die Summe ihrer Buchungen ist; eine Zahlung, die nicht die Summe ihrer Aufstellungen ist.",
    },
    PARTIAL: {
      label: "Teilweise",
      means:
        "Eine Bestellung, die um mehr als 1 % niedriger abgerechnet wurde, als sie verkauft wurde, ohne eine Rücksendung, die das erklärt, und ohne dass noch etwas davon offen ist.",
    },
    ORPHAN: {
      label: "Ohne Ursache",
      means:
        "Geld ohne seine Ursache: eine Abrechnung oder nicht abgerechnete Zeile zu einer Bestellung dieser 90 Tage, die TikTok Shop nicht listet, oder eine Zahlung, die keine Aufstellung nennt.",
    },
  },
  problem: {
    not_settled: {
      title: "Zugestellt, nie abgerechnet",
      means:
        "Sie wurde vor mehr als 15 Tagen zugestellt, und TikTok Shop listet dazu weder eine Abrechnung noch einen offenen Betrag.",
      todo: {
        borrower:
          "Suchen Sie die Bestellung im Seller Center unter Finanzen. Ist sie dort abgerechnet, importieren Sie noch einmal; wenn nicht, fragen Sie TikTok Shop, warum.",
        lender:
          "Bitten Sie um die Abrechnung dieser Bestellung. Die Hälfte ihres Werts zählt im Score schon jetzt nicht.",
      },
    },
    settled_short: {
      title: "Niedriger abgerechnet",
      means:
        "Der Erlös in ihren Abrechnungen liegt unter dem Verkaufspreis, keine Rücksendung erklärt es, und es ist nichts mehr offen.",
      todo: {
        borrower:
          "Öffnen Sie die Bestellung im Seller Center unter Finanzen und vergleichen Sie ihren Erlös mit ihrem Preis.",
        lender:
          "Fragen Sie, was von dieser Bestellung abgezogen wurde: eine Gebühr außerhalb der Aufstellung oder eine nicht gelistete Erstattung.",
      },
    },
    settled_over: {
      title: "Höher abgerechnet",
      means: "Der Erlös in ihren Abrechnungen liegt über dem Verkaufspreis.",
      todo: {
        borrower:
          "Öffnen Sie die Bestellung im Seller Center: Eine spätere Aufstellung kann die Differenz zurücknehmen.",
        lender: "Rechnen Sie nicht mit der Differenz: Eine spätere Aufstellung kann sie zurücknehmen.",
      },
    },
    other_currency: {
      title: "In einer anderen Währung abgerechnet",
      means:
        "Sie wurde in einer Währung verkauft und in einer anderen abgerechnet, daher lassen sich die Beträge nicht vergleichen.",
      todo: {
        borrower: "Prüfen Sie die Abrechnungswährung des Shops im Seller Center.",
        lender: "Fragen Sie, in welcher Währung dieser Shop abgerechnet wird, und zu welchem Kurs.",
      },
    },
    unknown_order: {
      title: "Geld für eine nicht gelistete Bestellung",
      means: "Es nennt eine Bestellung dieser 90 Tage, die in der Bestellliste von TikTok Shop nicht steht.",
      todo: {
        borrower: "Suchen Sie die Bestellung im Seller Center. Ist sie dort, importieren Sie noch einmal.",
        lender: "Fragen Sie nach dieser Bestellung: Ihr Geld ist echt, ihr Verkauf ist nicht zu sehen.",
      },
    },
    unknown_statement: {
      title: "Abrechnung ohne Aufstellung",
      means: "Ihre Aufstellung steht nicht in der Liste der Aufstellungen von TikTok Shop.",
      todo: {
        borrower: "Suchen Sie die Aufstellung im Seller Center unter Finanzen und importieren Sie dann noch einmal.",
        lender: "Bitten Sie um diese Aufstellung.",
      },
    },
    payment_not_found: {
      title: "Gezahlt, aber ohne Zahlung",
      means: "Die Aufstellung ist als gezahlt markiert, durch eine Zahlung, die TikTok Shop nicht listet.",
      todo: {
        borrower: "Suchen Sie den Betrag auf Ihrem Bankkonto und die Zahlung im Seller Center.",
        lender: "Bitten Sie um einen Bankbeleg über diesen Betrag.",
      },
    },
    payment_failed: {
      title: "Die Zahlung ist fehlgeschlagen",
      means: "TikTok Shop wollte zahlen, und die Bank hat abgelehnt.",
      todo: {
        borrower:
          "Prüfen Sie das Bankkonto, an das das Seller Center zahlt. Fehlgeschlagene Zahlungen werden meist wiederholt, sobald es stimmt.",
        lender: "Fragen Sie, ob die Zahlung wiederholt wurde.",
      },
    },
    no_statement: {
      title: "Eine Zahlung für nichts",
      means: "Keine gelistete Aufstellung nennt diese Zahlung.",
      todo: {
        borrower: "Öffnen Sie die Zahlung im Seller Center, um zu sehen, welche Aufstellungen sie umfasst.",
        lender: "Fragen Sie, wofür diese Zahlung war.",
      },
    },
    sum_differs: {
      title: "Die Summe weicht ab",
      means: "Der Betrag ist nicht die Summe dessen, woraus er besteht.",
      todo: {
        borrower:
          "Vergleichen Sie ihn mit den Einzelheiten im Seller Center. Stimmt er dort, importieren Sie noch einmal.",
        lender: "Bitten Sie um die Einzelheiten aus dem Seller Center.",
      },
    },
  },
  untied: {
    withheld: {
      why: {
        seller: "Aufstellungen und Auszahlungen wurden für das Verkäuferkonto nicht freigegeben.",
        creator: "Aufstellungen und Auszahlungen wurden für das Creator-Konto nicht freigegeben.",
      },
      restores: "Verbinden Sie das Konto neu und erlauben Sie „Aufstellungen und Auszahlungen“ ({permission}).",
    },
    unsupported: {
      why: {
        seller: "TikTok Shop listet für dieses Verkäuferkonto keine Abrechnungen.",
        creator: "TikTok Shop listet für dieses Creator-Konto keine Abrechnungen.",
      },
    },
    nothing_settled: {
      why: {
        seller: "TikTok Shop hat in diesen 90 Tagen keine Bestellung dieses Verkäuferkontos abgerechnet.",
        creator: "TikTok Shop hat in diesen 90 Tagen keine Bestellung dieses Creator-Kontos abgerechnet.",
      },
      restores: "Sobald eine erste Bestellung abgerechnet ist, wird es verfolgt.",
    },
    no_settlements_for_creators: {
      why: "TikTok Shop listet für Creator keine Abrechnungen: Provisionen tragen stattdessen ihren eigenen Status.",
    },
  },
};
