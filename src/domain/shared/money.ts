/** Money is a whole number of minor units with an ISO 4217 currency: cents for EUR, none for JPY, thousandths for KWD. */
export type Money = { readonly minor: bigint; readonly currency: string };

const CURRENCIES = new Set(
  `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK
  DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
  KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB
  PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD
  TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
);

const NO_MINOR_UNIT = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "));
const THOUSANDTHS = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

export function currencies(): string[] {
  return [...CURRENCIES];
}

/** How many decimals an amount of this currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  if (NO_MINOR_UNIT.has(currency)) return 0;
  return THOUSANDTHS.has(currency) ? 3 : 2;
}

/** "40600.5" in EUR → 4060050n; undefined for what is no amount, or finer than the minor unit. */
export function parseAmount(text: string, currency: string): bigint | undefined {
  const parts = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = "0", decimals = ""] = parts;
  const digits = minorDigits(currency);
  const kept = decimals.slice(0, digits).padEnd(digits, "0");
  if (/[1-9]/.test(decimals.slice(digits))) return undefined;
  const magnitude = BigInt(whole + kept);
  return sign === "-" ? -magnitude : magnitude;
}

/** 4060050n in EUR → "40600.50", as on the wire. */
export function formatAmount(minor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const magnitude = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const sign = minor < 0n ? "-" : "";
  if (digits === 0) return sign + magnitude;
  return `${sign}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`;
}

/** Equal parts that add up: nothing is lost, the first ones carry the odd units. 10.00 over 3 is 3.34 + 3.33 + 3.33. */
export function share(total: Money, parts: number): Money[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError("parts must be a whole number of at least 1");
  const count = BigInt(parts);
  const sign = total.minor < 0n ? -1n : 1n;
  const magnitude = total.minor * sign;
  return Array.from({ length: parts }, (_, index) => ({
    minor: sign * (magnitude / count + (BigInt(index) < magnitude % count ? 1n : 0n)),
    currency: total.currency,
  }));
}
