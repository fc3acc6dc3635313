import type { demo as source } from "../en/demo.ts";
import type { Translated } from "../translated.ts";

export const demo: Translated<typeof source> = {
  title: "Eine Rolle spielen",
  lead: "Ein Klick meldet Sie mit einer Wallet dieses Browsers an, verbindet das Konto der Rolle in der Testumgebung, importiert 90 Tage und bewertet sie. Alles ist erfunden; nichts erreicht TikTok.",
  play: "Rolle spielen <name></name>",
  seller: "Shop",
  creator: "Creator",
  signing: "Anmeldung mit der Demo-Wallet…",
  leaving: "Zustimmung in der Testumgebung…",
  failed: "Das hat nicht geklappt. Versuchen Sie es noch einmal oder wählen Sie eine andere Rolle.",
  group: {
    worked: "Von Hand gerechnet: Zahlen zum Nachprüfen",
    shops: "Shops, wie sie sind",
    creators: "Creator",
    off: "Wenn etwas nicht stimmt",
  },
  seeAt: {
    score: "Den Score ansehen",
    why: "Ansehen, warum dieser Score",
    accounts: "Geschäftskonten ansehen",
    figures: "Zahlen ansehen",
    factors: "Jeden Punkt ansehen",
    charts: "Zeitverlauf und Teile ansehen",
    nextTier: "Die nächste Stufe ansehen",
    leftOut: "Ansehen, was nicht zählt",
    moneyTrail: "Die Spur des Geldes ansehen",
  },
  persona: {
    "worked-seller": {
      name: "Ein Shop in runden Zahlen",
      teaches: "150 Bestellungen zu 100 $, 5 % zurückgegeben: 15.000 brutto, 750 erstattet, 14.250 netto.",
    },
    "worked-creator": {
      name: "Ein Creator in runden Zahlen",
      teaches: "200 abgerechnete Provisionszeilen über 30.000 $ zu 15 %: 4.500 verdient.",
    },
    "worked-hybrid-seller": {
      name: "Beides zugleich: der Shop",
      teaches: "Die Shop-Hälfte: 10.000 $ Umsatz, nichts zurückgegeben. Spielen Sie danach die Creator-Hälfte.",
    },
    "worked-hybrid-creator": {
      name: "Beides zugleich: der Creator",
      teaches: "Die Creator-Hälfte: 3.000 $ Provisionen, zusammen mit dem Shop auf einer Wallet bewertet.",
    },
    "steady-seller": {
      name: "Ein gesunder Shop",
      teaches: "Rund 1.500 Bestellungen in 90 Tagen, mit jedem Status, den normaler Handel kennt.",
    },
    "growing-seller": {
      name: "Ein wachsender Shop",
      teaches: "Jeder Monat verkauft mehr als der vorige, mit neuen Produkten und neuen Creators.",
    },
    "declining-seller": {
      name: "Ein schrumpfender Shop",
      teaches: "Der neueste Monat verkauft weniger als die Hälfte des ältesten: die Rückgangswarnung, in Pfund.",
    },
    "viral-seller": {
      name: "Eine virale Woche",
      teaches: "Ein Ausschlag vor sechs Wochen und seither wenig zählt nicht wie ein stetiges Einkommen.",
    },
    "heavy-refunds": {
      name: "Viele Erstattungen",
      teaches: "Ein Drittel des Werts kommt zurück, Pakete gehen spät raus, eine Auszahlung schlug fehl.",
    },
    "new-shop": {
      name: "Zwölf Tage alt",
      teaches: "Gute Verkäufe und zu wenig Verlauf: eine Obergrenze, die die Zeit hebt.",
    },
    "cross-border": {
      name: "Vier Märkte",
      teaches: "Vier Währungen, die nie ohne Umrechnung addiert werden, darunter Nachnahme.",
    },
    "hybrid-seller": {
      name: "Minas Markt",
      teaches: "Der Shop von jemandem, der auch Creator ist. Spielen Sie danach ihr Creator-Konto.",
    },
    "us-creator": {
      name: "Ein Creator in den Vereinigten Staaten",
      teaches: "Abgerechnete, erwartete, erstattete und eingefrorene Provisionszeilen, auseinandergehalten.",
    },
    "id-creator": {
      name: "Ein Creator in Indonesien",
      teaches: "Beträge, die die Plattform für Menschen schreibt (Rp9.900), werden genau gelesen.",
    },
    "hybrid-creator": {
      name: "Mina, die Creatorin",
      teaches: "Provision aus dem eigenen Shop wandert nur von einer Tasche in die andere und zählt nicht.",
    },
    "planted-defects": {
      name: "Bücher, die nicht aufgehen",
      teaches:
        "Bestellungen, Aufstellungen und Zahlungen, die fehlen, zu klein sind oder niemandem gehören: jede mit ihrer Nummer.",
    },
    "odd-rows": {
      name: "Zeilen, die niemand erwartet hat",
      teaches: "Ein neuer Status, eine fehlende Nummer, ein Betrag „N/A“: beiseitegelegt, gezählt und gezeigt.",
    },
    "no-orders": {
      name: "Gar keine Bestellung",
      teaches: "Ein zwei Jahre alter Shop ohne eine Bestellung bekommt trotzdem eine Antwort, und den Grund dafür.",
    },
    "no-finance-scope": {
      name: "Finanzen nicht erlaubt",
      teaches: "Verbindet sich trotzdem, verliert, was es nicht belegen kann, und nennt die Berechtigung.",
    },
    "expiring-consent": {
      name: "Zustimmung endet in fünf Tagen",
      teaches: "Die Seite bittet rechtzeitig, neu zu verbinden.",
    },
    "no-order-scope": {
      name: "Bestellungen nicht erlaubt",
      teaches: "Ohne Bestellungen gibt es nichts zu bewerten: Die Absage sagt, welche Berechtigung fehlt.",
    },
    "partial-creator": {
      name: "Ein Creator, der Provisionen abwählt",
      teaches: "Dasselbe für Creator: Die Absage nennt die Berechtigung.",
    },
    "no-shop": {
      name: "Ein Konto ohne Shop",
      teaches: "„Kein aktiver TikTok Shop gefunden“, und was zu tun ist.",
    },
    "inactive-shop": {
      name: "Ein Shop, der nicht aktiv ist",
      teaches: "Zugestimmt und nicht im Verkauf: unterschieden von gar keinem Shop.",
    },
    "restricted-market": {
      name: "Außerhalb der Märkte",
      teaches: "TikTok Shop gibt es nicht überall: Die Absage nennt, wo es ihn gibt.",
    },
    "uk-creator": {
      name: "Ein Creator im Vereinigten Königreich",
      teaches: "TikTok hat dort keine Affiliate-Zahlen: Der Weg ist ein Shop, nie ein Score von 0.",
    },
  },
};
