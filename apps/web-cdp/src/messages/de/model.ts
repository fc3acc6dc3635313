import type { model as source } from "../en/model.ts";
import type { Translated } from "../translated.ts";

export const model: Translated<typeof source> = {
  title: "Wie der Score berechnet wird",
  lead: "Modell {model}. Diese Seite entsteht aus genau den Zahlen, mit denen der Score berechnet wird.",
  notCalibrated: "Nicht auf das Ausfallrisiko kalibriert",
  notCalibratedText:
    "Die Schwellen sind aus veröffentlichten Zahlen hergeleitet und nicht an Rückzahlungsdaten angepasst. Der Score beschreibt Verkäufe; er sagt keine Rückzahlung voraus, und niemand sollte allein nach ihm Kredit geben.",
  inputs: {
    title: "Was er nutzt und was er nie sieht",
    used: "90 Tage Bestellungen, Rücksendungen, Abrechnungen, Zahlungen und Provisionen, wie die Plattform sie gemeldet hat, das Alter des Kontos und offizielle Zahlen zum Shop, wo es sie gibt. Dieselben Zahlen und dasselbe Modell ergeben immer dieselben Tausendstel eines Punktes.",
    unseen:
      "Kein Name, kein Alter, kein Geschlecht, keine Herkunft, Religion, Familie, Gesundheit, Anschrift und kein Foto von irgendwem; nichts über Käufer; nichts aus sozialen Medien; keine Daten anderer Kreditgeber. Nichts davon geht ein, also kann es keinen Punkt bewegen.",
    missing:
      "Bietet die Plattform eine Zahl für Konten dieser Art nicht an, verteilen sich ihre Punkte auf den Rest des Faktors. Bei zu kurzem Verlauf oder ohne Erlaubnis des Kreditnehmers gibt es dafür keine Punkte, und die Seite des Scores sagt, welcher Fall vorliegt.",
  },
  factor: "{name}: {points} Punkte",
  item: {
    points: "{points} Punkte",
    curveTable: "{name}: dazwischen gerade Linien",
    stateTable: "{name}: Punkte für jeden Zustand",
    figure: "Zahl",
    state: "Zustand",
    share: "Anteil",
    earned: "Punkte",
    curve: "Kurve von „{name}“; ihre Punkte stehen in der Tabelle daneben.",
  },
  ceilings: {
    title: "Obergrenzen",
    lead: "Wo es zu wenig Anhaltspunkte gibt. Die niedrigste zutreffende gilt.",
    table: "Obergrenzen des Scores",
    when: "Wenn",
    most: "Höchstens",
  },
  tiers: { title: "Stufen", table: "Stufen des Scores", tier: "Stufe", from: "Ab" },
  beside: {
    title: "Neben dem Score, nie darin",
    confidence:
      "<b>Zuverlässigkeit</b>, 0 bis 100: {orders} für {fullOrders} Bestellungen oder mehr, {history} für {days} beobachtete Tage, {reconciled} für den Anteil des früher gelieferten Werts, den Auszahlungen bestätigen, {freshness}, solange die Zahlen keine {freshHours} Stunden alt sind, bis auf nichts sinkend bei {staleHours} Stunden.",
    integrity:
      "<b>Integrität</b>: Vom Wert, der vor mehr als 15 Tagen geliefert wurde, bestätigen Auszahlungen {pass} oder mehr (bestanden), {review} oder mehr (zu prüfen) oder weniger (nicht bestanden).",
    decline:
      "<b>Rückgangswarnung</b>: wenn die Verkäufe von einem Drittel des Zeitraums zum nächsten um mehr als {share} fielen.",
  },
  hash: {
    title: "Selbst nachprüfen",
    text: "SHA-256 dieser Konfiguration, Teil jedes Scores. Ein Score, der eine andere nennt, wurde mit anderen Zahlen berechnet.",
  },
  note: {
    fewOrders: "Mal √(Bestellungen ÷ {orders}), höchstens 1: Wenige Bestellungen sagen wenig.",
    history: "Mal beobachtete Tage ÷ {days}.",
    short: "Keine Punkte unter {days} beobachteten Tagen oder ohne Bestellungen.",
    drawn:
      "Zu {prior} hingezogen, als gäbe es {strength} weitere Fälle davon, damit ein Fall unter wenigen nicht entscheidet.",
    drawnRefunds:
      "Zu {prior} hingezogen, als gäbe es mehr Verkäufe mit dieser Quote: {orders} durchschnittliche Bestellungen oder {usd}, falls das mehr ist.",
    damped:
      "Jeder Abschnitt wird um {least} oder {share} der Summe des Zeitraums erhöht, je nachdem, was mehr ist, damit kleine Anfänge nicht wie ein Boom aussehen.",
    leastOrders: "{orders} Bestellungen",
    faded:
      "Ab {days} beobachteten Tagen zählt ein Monat höchstens das {headroom}-Fache des neuesten Drittels und mindestens {floor} des Durchschnitts: Eine Spitze, die vorbei ist, zählt weniger.",
    chat: "Zufriedenheit im Chat: {steps} der Punkte.",
    noAffiliates: "Entfällt, wo es in beiden keine gab.",
  },
  measures: {
    monthly_revenue: "Verkäufe abzüglich Erstattungen, mit Affiliate-Provision, in US-Dollar je 30 Tage des Zeitraums.",
    order_frequency: "Anteil der vollen Wochen des Zeitraums (höchstens 12) mit mindestens einer zählenden Bestellung.",
    order_regularity:
      "Wie stark die Bestellungen je Woche schwanken: ihre Standardabweichung als Anteil am Durchschnitt.",
    revenue_stability:
      "Der größere Rückgang der Verkäufe, vor Erstattungen, von einem Drittel des Zeitraums zum nächsten.",
    account_age: "Monate seit der allerersten Bestellung oder dem ersten Produkt, falls das älter ist.",
    seller_type: "Was die Plattform über das Konto geprüft hat.",
    refund_rate: "Erstattungen als Anteil am Wert der Verkäufe, jede zum Datum ihrer Bestellung gebucht.",
    on_time_dispatch:
      "Nach der Frist der Plattform übergebene Bestellungen, als Anteil derer, für die beide Zeiten bekannt sind.",
    seller_cancellations: "Vom Verkäufer stornierte Bestellungen, als Anteil an diesen und den zählenden.",
    customer_satisfaction:
      "Die Shop-Bewertung oder der Sternedurchschnitt der Plattform; wo es beides nicht gibt, die Zufriedenheit im Chat.",
    platform_standing: "Ob die Plattform uns noch Zugriff gibt und das Konto ohne Probleme bezahlt.",
    revenue_growth:
      "Das neueste Drittel des Zeitraums gegen das älteste und gegen das mittlere, je zur Hälfte. Verkäufe jeder Währung für sich, nach Gewicht zusammengefasst, damit ein Wechselkurs kein Wachstum ist.",
    order_growth:
      "Das neueste Drittel des Zeitraums gegen das älteste und gegen das mittlere, je zur Hälfte. Gezählt werden zählende Bestellungen.",
    product_launches: "Im Zeitraum angelegte Produkte, deren erster Verkauf im neuesten Drittel liegt.",
    market_expansion: "Märkte, in denen das Konto verkauft.",
    affiliate_network:
      "Creator mit einer Bestellung auf Provision für den Shop (bei Creators: Shops), neuestes Drittel gegen ältestes.",
  },
  state: {
    business: "Shop eines Unternehmens",
    individual: "Shop einer Privatperson",
    creator: "Creator",
    hybrid: "Shop und Creator",
    good: "In Ordnung",
    authorization_expiring: "Zugriff endet innerhalb von 7 Tagen",
    payment_problem: "Eine Zahlung ist fehlgeschlagen oder zurückgehalten",
    ended: "Zugriff beendet oder Shop inaktiv",
    oneMarket: "Ein Markt",
    severalMarkets: "Zwei Märkte oder mehr",
    newMarket: "Ein neuer im neuesten Drittel, mit {share} seiner Einnahmen oder mehr",
  },
};
