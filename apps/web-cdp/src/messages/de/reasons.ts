import type { reasons as source } from "../en/reasons.ts";
import type { Translated } from "../translated.ts";

export const reasons: Translated<typeof source> = {
  full: {
    monthly_revenue: "Der geprüfte Nettoumsatz zählt mit {monthly} im Monat; {full} geben die volle Punktzahl.",
    monthly_revenue_faded:
      "Der Durchschnitt lag bei {average}; der letzte Zeitraum war schwächer, darum zählt weniger.",
    no_full_week: "Der Verlauf hat noch keine volle Woche.",
    order_frequency:
      "{active, number} von {weeks, plural, one {# letzten Woche} other {# letzten Wochen}} hatten einen Verkauf; {full} davon oder mehr geben die volle Punktzahl.",
    no_week_with_order: "Keine der vollen Wochen hatte einen Verkauf, darum lässt sich ihr Gleichmaß nicht messen.",
    order_regularity:
      "Die Bestellungen je Woche schwanken um {variation} um ihren Durchschnitt; {full} oder weniger geben die volle Punktzahl.",
    revenue_stability:
      "Der größte Rückgang der Verkäufe von einem Zeitraum zum nächsten betrug {fall}; {full} oder weniger geben die volle Punktzahl.",
    account_age:
      "Die erste Aktivität war vor {months, select, 1 {einem Monat} other {{months} Monaten}}; {full} Monate geben die volle Punktzahl.",
    seller_hybrid: "Ein Shop und ein Creator-Konto sind verbunden.",
    seller_business: "Die Plattform hat diesen Shop als Unternehmen geprüft.",
    seller_individual:
      "Die Plattform führt diesen Shop als den einer Privatperson; ein geprüftes Unternehmen gibt die volle Punktzahl.",
    seller_creator: "Das ist ein Creator-Konto; ein geprüfter Shop daneben gibt die volle Punktzahl.",
    few_orders:
      "Mit {orders, plural, one {# Bestellung} other {# Bestellungen}} zählt es zu {counts}; ab {full, number} Bestellungen zählt es voll.",
    few_days:
      "Mit {days, plural, one {# Tag} other {# Tagen}} Verlauf zählt es zu {counts}; ab {full, number} Tagen zählt es voll.",
    nothing_to_compare: "Im Zeitraum zählt noch keine Bestellung, darum gibt es nichts zu vergleichen.",
    history_too_short:
      "Verlauf bisher: {days, plural, one {# Tag} other {# Tage}}; gemessen wird ab {least, number} Tagen.",
    refunds_of_sales: "{rate} des Verkaufswerts wurden erstattet; {full} oder weniger geben die volle Punktzahl.",
    refunds_of_commission:
      "{rate} der abgerechneten Provision wurden zurückgeholt; {full} oder weniger geben die volle Punktzahl.",
    late_dispatch:
      "{late, number} von {orders, number} versandten Bestellungen ({rate}) gingen nach ihrer Frist hinaus; {full} oder weniger geben die volle Punktzahl.",
    seller_cancellations:
      "{cancelled, number} von {orders, number} Bestellungen ({rate}) hat der Shop storniert; {full} oder weniger geben die volle Punktzahl.",
    rate_read_as: "Mit Rücksicht auf die Zahl der Bestellungen wird es als {rate} gelesen.",
    no_refund_rate: "Im Zeitraum zählt noch keine Bestellung, darum gibt es keine Erstattungsquote.",
    no_dispatch_rate: "Im Zeitraum zählt noch keine Bestellung, darum gibt es keine Quote verspäteter Versände.",
    no_cancellation_rate: "Im Zeitraum zählt noch keine Bestellung, darum gibt es keine Stornoquote.",
    no_satisfaction_rate: "Im Zeitraum zählt noch keine Bestellung, darum gibt es keine Zufriedenheitsquote.",
    shop_score: "Die Shop-Bewertung der Plattform ist {value} von 5; {full} geben die volle Punktzahl.",
    chat_satisfaction: "{value} der Chats stellten die Kunden zufrieden; {full} geben die volle Punktzahl.",
    standing_good:
      "Der Zugriff gilt, das Konto ist aktiv, und keine Zahlung ist fehlgeschlagen oder wurde zurückgehalten.",
    standing_authorization_expiring:
      "Der Zugriff endet innerhalb von 7 Tagen; ihn zu erneuern gibt die volle Punktzahl.",
    standing_payment_problem:
      "Im Zeitraum ist eine Zahlung fehlgeschlagen oder wurde zurückgehalten; ist keine mehr so, gibt es die volle Punktzahl.",
    standing_ended:
      "Der Zugriff ist beendet oder der Shop ist nicht aktiv; einen aktiven Shop neu zu verbinden gibt die volle Punktzahl.",
    sales_growth:
      "Die Verkäufe des letzten Zeitraums stehen bei {change} gegenüber den beiden davor; {full} geben die volle Punktzahl.",
    order_growth:
      "Die Zahl der Bestellungen des letzten Zeitraums steht bei {change} gegenüber den beiden davor; {full} geben die volle Punktzahl.",
    product_launches:
      "{products, plural, one {# neues Produkt} other {# neue Produkte}} mit erstem Verkauf im letzten Zeitraum; {full} geben die volle Punktzahl.",
    market_expansion:
      "Die Verkäufe kommen aus {markets, plural, one {# Markt} other {# Märkten}}; ein neuer brachte {share} des letzten Zeitraums, {full} geben die volle Punktzahl.",
    creator_network:
      "{latest, plural, one {# Creator verkaufte} other {# Creator verkauften}} im letzten Zeitraum mit Ihnen, {first, plural, one {# Creator} other {# Creator}} im ersten; {full} geben die volle Punktzahl.",
    shop_network:
      "{latest, plural, one {# Shop verkaufte} other {# Shops verkauften}} im letzten Zeitraum mit Ihnen, {first, plural, one {# Shop} other {# Shops}} im ersten; {full} geben die volle Punktzahl.",
    no_creator_partners: "Kein Creator hatte im ersten oder letzten Zeitraum eine Bestellung auf Provision.",
    no_shop_partners: "Kein Shop hatte im ersten oder letzten Zeitraum eine Bestellung auf Provision.",
    not_offered: "{explanation}",
    weight_spread: "Das Gewicht von „{item}“ verteilt sich auf die übrigen Merkmale dieses Faktors.",
    permission_missing:
      "„{itemFirst}“ lässt sich ohne Erlaubnis nicht lesen. Wird {permissionsTogether} erteilt, zählt es wieder.",
    shops_say: "Shops:",
    creators_say: "Creator-Konten:",
    nothing_imported: "Es ist noch nichts importiert.",
    cap_no_orders: "Im Zeitraum zählt noch keine Bestellung.",
    cap_refunds: "Die Erstattungen waren im Zeitraum so hoch wie die Verkäufe.",
    cap_few_orders: "Zählende Bestellungen bisher: {orders, number}; der Score öffnet sich weiter ab {least, number}.",
    cap_short_history:
      "Verlauf bisher: {days, plural, one {# Tag} other {# Tage}}; der Score öffnet sich weiter ab {least, number}.",
    cap_stops_at: "Bis dahin endet der Score bei {limit}.",
    alert_decline: "Der Umsatz des letzten Zeitraums liegt {decline} unter einem früheren.",
    alert_provisional: "Ein Teil des Imports wurde nicht fertig ({parts}). Der nächste ergänzt diese Zahlen.",
    alert_set_aside:
      "Zeilen des Imports wurden nicht verstanden und zählen nicht ({parts}), deshalb können Zahlen zu hoch oder zu niedrig sein.",
    alert_withheld:
      "Nicht erteilt: {permissions}. {permissionsCount, plural, one {Diese Erlaubnis} other {Diese Erlaubnisse}} zu erteilen bringt die genannten Punkte zurück.",
    alert_missing_rate:
      "Verkäufe in {currencies} zählen nicht: Es ist kein Wechselkurs bekannt, der nah genug an ihren Tagen liegt.",
    alert_unknown_status:
      "{rows, plural, one {# Zeile hatte einen Status, der hier nicht bekannt ist, und zählt nicht.} other {# Zeilen hatten einen Status, der hier nicht bekannt ist, und zählen nicht.}}",
    alert_not_reported:
      "Die Plattform hat {amounts, plural, one {# Betrag} other {# Beträge}} weggelassen oder mehrdeutig geschrieben. Keiner wurde geraten.",
  },
  plain: {
    monthly_revenue: "Es zählt der geprüfte Nettoumsatz eines Monats; genug davon gibt die volle Punktzahl.",
    monthly_revenue_faded: "Der letzte Zeitraum lag unter dem Durchschnitt, darum zählt weniger.",
    order_frequency:
      "Es zählt, wie viele der letzten Wochen einen Verkauf hatten; nahezu alle geben die volle Punktzahl.",
    order_regularity:
      "Es zählt, wie stark die Bestellungen je Woche um ihren Durchschnitt schwanken; wenig gibt die volle Punktzahl.",
    revenue_stability:
      "Es zählt der größte Rückgang der Verkäufe von einem Zeitraum zum nächsten; keiner oder ein kleiner gibt die volle Punktzahl.",
    account_age: "Es zählt, wie lange die erste Aktivität her ist; lange genug gibt die volle Punktzahl.",
    few_orders: "Bei so wenigen Bestellungen zählt es noch nicht voll.",
    few_days: "Bei so kurzem Verlauf zählt es noch nicht voll.",
    history_too_short: "Der Verlauf ist noch zu kurz, um das zu messen.",
    refunds_of_sales:
      "Es zählt der Anteil des Verkaufswerts, der erstattet wurde; ein kleiner gibt die volle Punktzahl.",
    refunds_of_commission:
      "Es zählt der Anteil der abgerechneten Provision, der zurückgeholt wurde; ein kleiner gibt die volle Punktzahl.",
    late_dispatch:
      "Es zählt der Anteil der Bestellungen, die nach ihrer Frist hinausgingen; ein kleiner gibt die volle Punktzahl.",
    seller_cancellations:
      "Es zählt der Anteil der Bestellungen, die der Shop storniert hat; ein kleiner gibt die volle Punktzahl.",
    rate_read_as: "Die Zahl der Bestellungen ist berücksichtigt.",
    shop_score: "Es zählt die Shop-Bewertung der Plattform; eine hohe gibt die volle Punktzahl.",
    chat_satisfaction: "Es zählt der Anteil der Chats mit zufriedenen Kunden; ein hoher gibt die volle Punktzahl.",
    sales_growth:
      "Es zählt, wie die Verkäufe des letzten Zeitraums zu den beiden davor stehen; ein klarer Anstieg gibt die volle Punktzahl.",
    order_growth:
      "Es zählt, wie die Zahl der Bestellungen des letzten Zeitraums zu den beiden davor steht; ein klarer Anstieg gibt die volle Punktzahl.",
    product_launches:
      "Es zählt, wie viele neue Produkte im letzten Zeitraum ihren ersten Verkauf hatten; mehrere geben die volle Punktzahl.",
    market_expansion:
      "Es zählt, was ein neuer Markt zum letzten Zeitraum beitrug; ein merklicher Teil gibt die volle Punktzahl.",
    creator_network:
      "Es zählt, wie viele Creator im letzten Zeitraum mit Ihnen verkauften, verglichen mit dem ersten; ein klarer Anstieg gibt die volle Punktzahl.",
    shop_network:
      "Es zählt, wie viele Shops im letzten Zeitraum mit Ihnen verkauften, verglichen mit dem ersten; ein klarer Anstieg gibt die volle Punktzahl.",
    not_offered: "Die Plattform gibt diese Zahl für dieses Konto nicht.",
    weight_spread: "Sein Gewicht verteilt sich auf die übrigen Merkmale dieses Faktors.",
    permission_missing: "Das lässt sich ohne Erlaubnis nicht lesen. Sie zu erteilen bringt die Punkte zurück.",
    cap_few_orders: "Bisher zählen nur wenige Bestellungen; mit mehr öffnet sich der Score weiter.",
    cap_short_history: "Der Verlauf ist bisher kurz; wächst er, öffnet sich der Score weiter.",
    cap_stops_at: "Bis dahin endet der Score bei dieser Obergrenze.",
    alert_decline: "Der Umsatz des letzten Zeitraums liegt weit unter einem früheren.",
    alert_provisional: "Ein Teil des Imports wurde nicht fertig. Der nächste ergänzt diese Zahlen.",
    alert_set_aside:
      "Einige Zeilen des Imports wurden nicht verstanden und zählen nicht, deshalb können Zahlen zu hoch oder zu niedrig sein.",
    alert_withheld: "Eine Erlaubnis wurde nicht erteilt. Sie zu erteilen bringt die genannten Punkte zurück.",
    alert_missing_rate:
      "Verkäufe in einigen Währungen zählen nicht: Es ist kein Wechselkurs bekannt, der nah genug an ihren Tagen liegt.",
    alert_unknown_status: "Einige Zeilen hatten einen Status, der hier nicht bekannt ist, und zählen nicht.",
    alert_not_reported:
      "Die Plattform hat einige Beträge weggelassen oder mehrdeutig geschrieben. Keiner wurde geraten.",
  },
  subject: {
    refund_rate: "Erstattungsquote",
    on_time_dispatch: "pünktlicher Versand",
    seller_cancellations: "Stornierungen durch den Verkäufer",
    customer_satisfaction: "Kundenzufriedenheit",
    platform_standing: "Stand bei der Plattform",
    product_launches: "neue Produkte",
    market_expansion: "neue Märkte",
    affiliate_network: "Affiliate-Netz",
  },
  doubt: {
    ofShop: "{list} von Shop {shop}: {why}",
    ofAccount: "{list}: {why}",
    setAside: "{rows, plural, one {# Zeile wurde nicht verstanden} other {# Zeilen wurden nicht verstanden}}",
    shopInactive: "der Shop ist nicht aktiv",
    counts: "{read, number} von {total, number} Zeilen kamen an",
    notWhole: "nicht bis zum Ende gelesen",
  },
  both: "{these} und {one}",
  explanation: {
    no_returns: "TikTok Shop führt für dieses Konto keine Retouren.",
    no_payments: "TikTok Shop führt für dieses Konto keine Zahlungen.",
    no_products: "TikTok Shop führt für dieses Konto keine Produkte.",
    no_affiliate_programme: "TikTok Shop hat in diesem Markt kein Affiliate-Programm.",
    no_satisfaction:
      "TikTok Shop gibt diesem Konto weder eine offizielle Shop-Bewertung noch eine Zahl zur Chat-Zufriedenheit.",
    dispatch_of_shops: "TikTok Shop meldet den Versand nur von Shops.",
    cancellations_of_shops: "TikTok Shop meldet Stornierungen nur von Shops.",
    satisfaction_of_shops: "TikTok Shop meldet die Kundenzufriedenheit nur von Shops.",
    launches_of_shops: "TikTok Shop meldet neue Produkte nur von Shops.",
  },
};
