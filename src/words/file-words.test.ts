import { expect, test } from "vitest";
import { IMPORT_FIELDS, IMPORT_KINDS, mapHeaders } from "#domain/exchange/fields.ts";
import { LOCALES } from "#domain/shared/actor.ts";
import { headerOf, type FileColumn } from "#words/file-words.ts";

test.each(IMPORT_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const)))(
  "every column of %s is known again by its header in %s",
  (kind, locale) => {
    const fields = Object.keys(IMPORT_FIELDS[kind]).filter((field) => !(kind === "contacts" && field === "name"));
    const headers = fields.map((field) => headerOf(field as FileColumn, locale));
    expect(mapHeaders(kind, headers).map(({ field }) => field)).toEqual(fields);
  },
);
