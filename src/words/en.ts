import type { Same } from "#words/same.ts";
import { accessWords } from "#words/en/access.ts";
import { catalogueWords } from "#words/en/catalogue.ts";
import { customFieldWords } from "#words/en/custom-field.ts";
import { exchangeWords } from "#words/en/exchange.ts";
import { myDayWords } from "#words/en/my-day.ts";
import { peopleWords } from "#words/en/people.ts";
import { quotingWords } from "#words/en/quoting.ts";
import { settingsWords } from "#words/en/settings.ts";
import { firstWords } from "#words/en-first.ts";

export const words = {
  ...firstWords,
  access: accessWords,
  catalogue: catalogueWords,
  customField: customFieldWords,
  exchange: exchangeWords,
  myDay: myDayWords,
  people: peopleWords,
  quoting: quotingWords,
  settings: settingsWords,
};

export type Words = Same<typeof words>;
