import fc from "fast-check";
import { expect, test } from "vitest";
import { mapHeaders } from "#domain/exchange/fields.ts";
import { neutralise, restore } from "#domain/exchange/formulas.ts";
import {
  dateOrderOf,
  decimalOf,
  readCount,
  readDay,
  readDecimal,
  readFlag,
  readInstant,
  readPercent,
  readPlaces,
  readTags,
} from "#domain/exchange/read-value.ts";
import { guessStage } from "#domain/exchange/stage-guess.ts";

const fieldsFor = (kind: "clients" | "contacts" | "opportunities", headers: string): (string | null)[] =>
  mapHeaders(kind, headers.split(",")).map(({ field }) => field);

test("headers of usual exports find their field", () => {
  expect(
    fieldsFor(
      "clients",
      "ID,ISDELETED,NAME,TYPE,BILLINGSTREET,BILLINGCITY,BILLINGPOSTALCODE,BILLINGCOUNTRY,SHIPPINGCITY,PHONE,OWNERID,CREATEDDATE",
    ),
  ).toEqual(["externalId", "deleted", "name", "status", "street", "city", "postalCode", "country", null, "phone", "manager", "createdAt"]);
  expect(fieldsFor("opportunities", "ID,ACCOUNTID,NAME,STAGENAME,AMOUNT,PROBABILITY,CLOSEDATE,LEADSOURCE,OWNERID")).toEqual([
    "externalId",
    "clientExternalId",
    "name",
    "stage",
    "amount",
    "probability",
    "expectedCloseOn",
    "source",
    "manager",
  ]);
  expect(fieldsFor("opportunities", "Deal - Title,Deal - Organization,Deal - Value,Deal - Stage")).toEqual([
    "name",
    "client",
    "amount",
    "stage",
  ]);
});

test("headers in French and Italian find their field, accents and case ignored", () => {
  expect(fieldsFor("opportunities", "Opportunité,Client,Étape,Montant,Date de départ,Clôture prévue,Gestionnaire,Participants")).toEqual([
    "name",
    "client",
    "stage",
    "amount",
    "departsOn",
    "expectedCloseOn",
    "manager",
    "adults",
  ]);
  expect(fieldsFor("contacts", "Nome,Cognome,E-mail,Telefono,Città,CAP,Cliente")).toEqual([
    "firstName",
    "lastName",
    "email",
    "phone",
    "city",
    "postalCode",
    "client",
  ]);
});

test("a field is given to one header only, and an unknown header to none", () => {
  expect(fieldsFor("clients", "Name,Company,Colour")).toEqual(["name", null, null]);
});

test("decimal signs are told from the values; 1.234 alone is a question", () => {
  expect(decimalOf(["1 234,50", "99"])).toBe("comma");
  expect(decimalOf(["500000.0", ""])).toBe("point");
  expect(decimalOf(["1.234.567"])).toBe("comma");
  expect(decimalOf(["1,234.56"])).toBe("point");
  expect(decimalOf(["1.234"])).toBe("ambiguous");
  expect(decimalOf(["12", "40"])).toBeUndefined();
});

test("amounts are read as written, and nonsense is not", () => {
  expect(readDecimal("1 234,50 €", "comma")).toBe("1234.50");
  expect(readDecimal("EUR 1.234.567,8", "comma")).toBe("1234567.8");
  expect(readDecimal("(500.00)", "point")).toBe("-500.00");
  expect(readDecimal("12,5", "point")).toBeUndefined();
  expect(readDecimal("12 or 13", "point")).toBeUndefined();
  expect(readDecimal("1,2,3", "comma")).toBeUndefined();
  expect(readPercent("75 %", "comma")).toBe(75);
  expect(readPercent("175", "point")).toBeUndefined();
  expect(readCount("42.0", "point")).toBe(42);
  expect(readCount("4.5", "point")).toBeUndefined();
});

test("what was formatted is read again, whatever the sign", () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.constantFrom("comma" as const, "point" as const), (cents, sign) => {
      const text = new Intl.NumberFormat(sign === "comma" ? "de-DE" : "en-GB", { minimumFractionDigits: 2 }).format(cents / 100);
      expect(Number(readDecimal(text, sign))).toBe(cents / 100);
    }),
  );
});

test("the order of day and month is proved by one date, else asked", () => {
  expect(dateOrderOf(["03/04/2026", "25/04/2026"])).toBe("dmy");
  expect(dateOrderOf(["03/04/2026", "04/25/2026"])).toBe("mdy");
  expect(dateOrderOf(["03/04/2026"])).toBe("ambiguous");
  expect(dateOrderOf(["2026-04-03"])).toBe("iso");
  expect(dateOrderOf([""])).toBeUndefined();
});

test("days that do not exist are not read", () => {
  expect(readDay("31/02/2027", "dmy")).toBeUndefined();
  expect(readDay("12/06/2027", "dmy")).toBe("2027-06-12");
  expect(readDay("12/06/2027", "mdy")).toBe("2027-12-06");
  expect(readDay("12 juin 2027", "iso")).toBe("2027-06-12");
  expect(readDay("1er mars 2027", "iso")).toBe("2027-03-01");
  expect(readInstant("2006-06-15T20:47:07.000Z", "iso")).toBe("2006-06-15T20:47:07.000Z");
  expect(readInstant("2006-06-15T23:30:00+02:00", "iso")).toBe("2006-06-15T21:30:00.000Z");
  expect(readInstant("2006-06-15 23:30:00-03:00", "iso")).toBe("2006-06-16T02:30:00.000Z");
  expect(readInstant("2006-06-15T25:30:00Z", "iso")).toBeUndefined();
  expect(readInstant("15/06/2006", "dmy")).toBe("2006-06-15T12:00:00.000Z");
});

test("yes and no in three languages", () => {
  expect(["oui", "Sì", "TRUE", "x"].map(readFlag)).toEqual([true, true, true, true]);
  expect(["non", "false", "0"].map(readFlag)).toEqual([false, false, false]);
  expect(readFlag("perhaps")).toBeUndefined();
  expect(readTags("Sénior ; Ski,senior, ")).toEqual(["Sénior", "Ski"]);
  expect(readTags("x".repeat(61))).toBeUndefined();
  expect(readPlaces("Naples, Amalfi ; Capri")).toEqual(["Naples", "Amalfi", "Capri"]);
});

test("a formula is made text and comes back as typed; phones and amounts stay", () => {
  expect(neutralise("=1+1")).toBe("'=1+1");
  expect(neutralise("@SUM(A1)")).toBe("'@SUM(A1)");
  expect(neutralise("-2+3")).toBe("'-2+3");
  expect(neutralise("+33472000000")).toBe("+33472000000");
  expect(neutralise("-250.00")).toBe("-250.00");
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.startsWith("'")),
      (text) => {
        expect(restore(neutralise(text))).toBe(text);
      },
    ),
  );
});

test("stages of other programs are told by name, by word, or by probability", () => {
  const stages = [
    { id: "a", names: ["Enquiry received", "Demande reçue"], probabilityPercent: 10 },
    { id: "b", names: ["Negotiation"], probabilityPercent: 80 },
  ];
  expect(guessStage({ value: "demande recue", probability: undefined }, stages)).toBe("a");
  expect(guessStage({ value: "Closed Won", probability: 100 }, stages)).toBe("won");
  expect(guessStage({ value: "Perdue / abandonnée", probability: undefined }, stages)).toBe("lost");
  expect(guessStage({ value: "Proposal/Price Quote", probability: 75 }, stages)).toBe("b");
  // Nothing tells it: it is asked.
  expect(guessStage({ value: "Prospecting", probability: undefined }, stages)).toBeUndefined();
});
