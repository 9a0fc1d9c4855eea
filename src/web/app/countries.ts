import { regionalLocale } from "#web/kit/format.ts";
import type { Option } from "#web/kit/option.ts";

/** Who uses which money (ISO 4217, ISO 3166). */
const USERS: Readonly<Record<string, string>> = {
  EUR: "AD AT BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM VA XK YT",
  USD: "AS EC FM GU MH MP PR PW SV TC TL UM US VG VI BQ",
  GBP: "GB GG IM JE",
  CHF: "CH LI",
  DKK: "DK FO GL",
  NOK: "NO SJ",
  SEK: "SE",
  ISK: "IS",
  PLN: "PL",
  CZK: "CZ",
  HUF: "HU",
  RON: "RO",
  RSD: "RS",
  ALL: "AL",
  MKD: "MK",
  BAM: "BA",
  MDL: "MD",
  UAH: "UA",
  TRY: "TR",
  GEL: "GE",
  AMD: "AM",
  AZN: "AZ",
  BYN: "BY",
  RUB: "RU",
  GIP: "GI",
  XPF: "PF NC WF",
  XOF: "BF BJ CI GW ML NE SN TG",
  XAF: "CF CG CM GA GQ TD",
  XCD: "AG AI DM GD KN LC MS VC",
  CAD: "CA",
  MXN: "MX",
  BRL: "BR",
  ARS: "AR",
  CLP: "CL",
  COP: "CO",
  PEN: "PE",
  UYU: "UY",
  PYG: "PY",
  BOB: "BO",
  CRC: "CR",
  GTQ: "GT",
  HNL: "HN",
  NIO: "NI",
  PAB: "PA",
  DOP: "DO",
  CUP: "CU",
  JMD: "JM",
  HTG: "HT",
  BBD: "BB",
  BSD: "BS",
  TTD: "TT",
  BZD: "BZ",
  GYD: "GY",
  SRD: "SR",
  AWG: "AW",
  BMD: "BM",
  KYD: "KY",
  FKP: "FK",
  VES: "VE",
  XCG: "CW SX",
  AUD: "AU CC CX KI NF NR TV",
  NZD: "NZ CK NU PN TK",
  FJD: "FJ",
  PGK: "PG",
  SBD: "SB",
  TOP: "TO",
  VUV: "VU",
  WST: "WS",
  JPY: "JP",
  CNY: "CN",
  KRW: "KR",
  HKD: "HK",
  MOP: "MO",
  TWD: "TW",
  SGD: "SG",
  THB: "TH",
  VND: "VN",
  IDR: "ID",
  MYR: "MY",
  PHP: "PH",
  INR: "IN BT",
  LKR: "LK",
  NPR: "NP",
  PKR: "PK",
  BDT: "BD",
  MMK: "MM",
  KHR: "KH",
  LAK: "LA",
  BND: "BN",
  MNT: "MN",
  MVR: "MV",
  KPW: "KP",
  KZT: "KZ",
  UZS: "UZ",
  KGS: "KG",
  TJS: "TJ",
  TMT: "TM",
  AFN: "AF",
  ILS: "IL PS",
  JOD: "JO",
  LBP: "LB",
  AED: "AE",
  SAR: "SA",
  QAR: "QA",
  KWD: "KW",
  BHD: "BH",
  OMR: "OM",
  IQD: "IQ",
  YER: "YE",
  IRR: "IR",
  SYP: "SY",
  MAD: "MA EH",
  TND: "TN",
  DZD: "DZ",
  EGP: "EG",
  LYD: "LY",
  ZAR: "ZA",
  NAD: "NA",
  BWP: "BW",
  KES: "KE",
  TZS: "TZ",
  UGX: "UG",
  RWF: "RW",
  ETB: "ET",
  GHS: "GH",
  NGN: "NG",
  MUR: "MU",
  SCR: "SC",
  MGA: "MG",
  KMF: "KM",
  DJF: "DJ",
  CVE: "CV",
  STN: "ST",
  GMD: "GM",
  GNF: "GN",
  SLE: "SL",
  LRD: "LR",
  MWK: "MW",
  ZMW: "ZM",
  MZN: "MZ",
  AOA: "AO",
  CDF: "CD",
  BIF: "BI",
  MRU: "MR",
  LSL: "LS",
  SZL: "SZ",
  SDG: "SD",
  SSP: "SS",
  SOS: "SO",
  ERN: "ER",
  SHP: "SH",
};

/** Where the clock of a country with several zones is read by default. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  US: "America/New_York",
  CA: "America/Toronto",
  BR: "America/Sao_Paulo",
  MX: "America/Mexico_City",
  AR: "America/Argentina/Buenos_Aires",
  CL: "America/Santiago",
  EC: "America/Guayaquil",
  AU: "Australia/Sydney",
  NZ: "Pacific/Auckland",
  PF: "Pacific/Tahiti",
  ID: "Asia/Jakarta",
  CN: "Asia/Shanghai",
  KZ: "Asia/Almaty",
  MN: "Asia/Ulaanbaatar",
  UZ: "Asia/Tashkent",
  MY: "Asia/Kuala_Lumpur",
  ES: "Europe/Madrid",
  PT: "Europe/Lisbon",
  DE: "Europe/Berlin",
  UA: "Europe/Kyiv",
  CY: "Asia/Nicosia",
  GL: "America/Nuuk",
  CD: "Africa/Kinshasa",
  PS: "Asia/Hebron",
};

const LANGUAGES: Readonly<Record<string, "fr" | "it">> = { FR: "fr", BE: "fr", LU: "fr", MC: "fr", IT: "it", SM: "it", VA: "it" };

export function countryOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames([regionalLocale(locale)], { type: "region" });
  const codes = Object.values(USERS).flatMap((users) => users.split(" "));
  return sortedByLabel(
    codes.map((id) => ({ id, label: names.of(id) ?? id })),
    locale,
  );
}

/** "IT" → "Italie" */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames([regionalLocale(locale)], { type: "region" }).of(code) ?? code;
}

/** "Euro, EUR" */
export function currencyOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames([regionalLocale(locale)], { type: "currency" });
  return sortedByLabel(
    Object.keys(USERS).map((id) => ({ id, label: `${capitalised(names.of(id) ?? id)}, ${id}` })),
    locale,
  );
}

/** "Europe/Paris, 10:42" */
export function timeZoneOptions(locale: string, now: Date): Option[] {
  return Intl.supportedValuesOf("timeZone").map((id) => {
    const time = new Intl.DateTimeFormat(regionalLocale(locale), { timeZone: id, hour: "2-digit", minute: "2-digit" }).format(now);
    return { id, label: `${id.replaceAll("_", " ")}, ${time}` };
  });
}

export function currencyOfCountry(country: string): string | undefined {
  return Object.entries(USERS).find(([, users]) => users.split(" ").includes(country))?.[0];
}

/** The device's own zone if the country has it, else the one most people of the country live in. */
export function timeZoneOfCountry(country: string): string | undefined {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] };
  const zones = locale.getTimeZones?.() ?? [];
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zones.includes(own) ? own : (MAIN_ZONES[country] ?? zones[0]);
}

export function languageOfCountry(country: string): "fr" | "it" | undefined {
  return LANGUAGES[country];
}

function sortedByLabel(options: Option[], locale: string): Option[] {
  return options.sort((one, other) => one.label.localeCompare(other.label, locale));
}

function capitalised(name: string): string {
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
