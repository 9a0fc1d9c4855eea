import type { EndpointName } from "#contract/api.ts";
import { CALLS, type Call } from "#tests/support/calls.ts";
import { CATALOGUE_CALLS } from "#tests/support/calls-of-catalogue.ts";
import { EXCHANGE_CALLS } from "#tests/support/calls-of-exchanges.ts";
import { IMPORT_CALLS } from "#tests/support/calls-of-imports.ts";
import { RATE_CALLS } from "#tests/support/calls-of-rates.ts";
import { NOTIFICATION_CALLS } from "#tests/support/calls-of-notifications.ts";
import { QUOTE_CALLS } from "#tests/support/calls-of-quotes.ts";

/** Every endpoint that asks who one is has its call, but those of ASKED_ELSEWHERE: permissions.test.ts says so. */
export const EVERY_CALL: { readonly [Name in EndpointName]?: Call } = {
  ...CALLS,
  ...CATALOGUE_CALLS,
  ...EXCHANGE_CALLS,
  ...IMPORT_CALLS,
  ...NOTIFICATION_CALLS,
  ...RATE_CALLS,
  ...QUOTE_CALLS,
};
