import { accessWords } from "#words/it/access.ts";
import { catalogueWords } from "#words/it/catalogue.ts";
import { customFieldWords } from "#words/it/custom-field.ts";
import { exchangeWords } from "#words/it/exchange.ts";
import { myDayWords } from "#words/it/my-day.ts";
import { peopleWords } from "#words/it/people.ts";
import { quotingWords } from "#words/it/quoting.ts";
import { settingsWords } from "#words/it/settings.ts";
import type { Words } from "#words/en.ts";
import { firstWords } from "#words/it-first.ts";

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
