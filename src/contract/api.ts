import { clientEndpoints } from "#contract/client.ts";
import { contactEndpoints } from "#contract/contact.ts";
import { exchangeEndpoints } from "#contract/exchange.ts";
import { opportunityEndpoints } from "#contract/opportunity.ts";
import { factEndpoints, parameterEndpoints, pipelineEndpoints } from "#contract/parameter.ts";
import { peopleEndpoints, sessionEndpoints } from "#contract/people.ts";

/** Everything that can be asked of Escale. */
export const API = {
  ...sessionEndpoints,
  ...peopleEndpoints,
  ...parameterEndpoints,
  ...pipelineEndpoints,
  ...clientEndpoints,
  ...contactEndpoints,
  ...opportunityEndpoints,
  ...factEndpoints,
  ...exchangeEndpoints,
};

export type EndpointName = keyof typeof API;
