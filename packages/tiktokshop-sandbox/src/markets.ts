/** What differs from market to market; facts from the platform's "regions and languages" page. */
export interface Market {
  readonly region: string;
  readonly country: string;
  readonly currency: string;
  /** Data-region prefix of codes, tokens and ciphers. */
  readonly prefix: "TTP_" | "GCP_" | "ROW_";
  readonly locale: string;
  readonly utcOffsetHours: number;
  readonly isSoutheastAsia: boolean;
  /** The platform documents its affiliate endpoints as not available in the UK and the EU. */
  readonly hasAffiliateApi: boolean;
  /** Sales tax added to the price; 0 where the price already holds the tax. */
  readonly salesTax: number;
  readonly carrier: string;
  readonly carrierId: string;
  readonly shippingFee: number;
  readonly state: string;
}

const southeastAsia: ReadonlySet<string> = new Set(["ID", "VN", "TH", "MY", "PH", "SG"]);

const withoutAffiliateApi: ReadonlySet<string> = new Set(["GB", "DE", "FR", "IT", "ES", "IE"]);

type Facts = readonly [
  region: string,
  country: string,
  currency: string,
  prefix: Market["prefix"],
  locale: string,
  utcOffsetHours: number,
  shippingFee: number,
  carrier: string,
  state: string,
];

const facts: readonly Facts[] = [
  ["US", "United States", "USD", "TTP_", "en", -8, 599, "USPS", "Texas"],
  ["GB", "United Kingdom", "GBP", "GCP_", "en-GB", 0, 299, "Evri", "England"],
  ["DE", "Germany", "EUR", "GCP_", "de-DE", 1, 399, "DHL", "Berlin"],
  ["FR", "France", "EUR", "GCP_", "fr-FR", 1, 399, "Colissimo", "Ile-de-France"],
  ["IT", "Italy", "EUR", "GCP_", "it-IT", 1, 399, "BRT", "Lazio"],
  ["ES", "Spain", "EUR", "GCP_", "es-ES", 1, 399, "Correos", "Madrid"],
  ["IE", "Ireland", "EUR", "GCP_", "en-IE", 0, 399, "An Post", "Leinster"],
  ["ID", "Indonesia", "IDR", "ROW_", "id-ID", 7, 1_500_000, "J&T Express", "DKI Jakarta"],
  ["VN", "Vietnam", "VND", "ROW_", "vi-VN", 7, 2_500_000, "GHTK", "Ho Chi Minh"],
  ["TH", "Thailand", "THB", "ROW_", "th-TH", 7, 3_900, "Flash Express", "Bangkok"],
  ["MY", "Malaysia", "MYR", "ROW_", "ms-MY", 8, 590, "Ninja Van", "Selangor"],
  ["PH", "Philippines", "PHP", "ROW_", "en-PH", 8, 4_900, "LBC", "Metro Manila"],
  ["SG", "Singapore", "SGD", "ROW_", "en-SG", 8, 249, "SingPost", "Central"],
  ["MX", "Mexico", "MXN", "TTP_", "es-MX", -6, 4_900, "Estafeta", "CDMX"],
  ["BR", "Brazil", "BRL", "TTP_", "pt-BR", -3, 1_290, "Correios", "Sao Paulo"],
  ["JP", "Japan", "JPY", "ROW_", "ja-JP", 9, 50_000, "Yamato", "Tokyo"],
  // Not one of the sixteen markets: the restricted persona lives here.
  ["AU", "Australia", "AUD", "ROW_", "en-AU", 10, 895, "Australia Post", "Victoria"],
];

const byRegion: ReadonlyMap<string, Market> = new Map(facts.map((entry) => [entry[0], marketFrom(entry)]));

/** The market of an ISO-2 region; throws for a region the sandbox has no facts about. */
export function marketOf(region: string): Market {
  const found = byRegion.get(region);
  if (found === undefined) throw new RangeError(`No market facts for region ${region}: add it to markets.ts.`);
  return found;
}

function marketFrom([
  region,
  country,
  currency,
  prefix,
  locale,
  utcOffsetHours,
  shippingFee,
  carrier,
  state,
]: Facts): Market {
  const carrierId = `71178588580${String(region.charCodeAt(0) * 100 + region.charCodeAt(1)).padStart(8, "0")}`;
  return {
    region,
    country,
    currency,
    prefix,
    locale,
    utcOffsetHours,
    shippingFee,
    carrier,
    state,
    carrierId,
    salesTax: region === "US" ? 0.0825 : 0,
    isSoutheastAsia: southeastAsia.has(region),
    hasAffiliateApi: !withoutAffiliateApi.has(region),
  };
}
