import { accessWords } from "#words/fr/access.ts";
import { catalogueWords } from "#words/fr/catalogue.ts";
import { customFieldWords } from "#words/fr/custom-field.ts";
import { exchangeWords } from "#words/fr/exchange.ts";
import { myDayWords } from "#words/fr/my-day.ts";
import { peopleWords } from "#words/fr/people.ts";
import { quotingWords } from "#words/fr/quoting.ts";
import { settingsWords } from "#words/fr/settings.ts";
import type { Words } from "#words/en.ts";
import { firstWords } from "#words/fr-first.ts";

export const words: Words = {
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
