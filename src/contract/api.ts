import { apiKeyEndpoints } from "#contract/api-key.ts";
import { byExternalEndpoints } from "#contract/by-external.ts";
import { catalogueLineEndpoints } from "#contract/catalogue-lines.ts";
import { boardEndpoints } from "#contract/board.ts";
import { activityEndpoints } from "#contract/activity.ts";
import { clientEndpoints } from "#contract/client.ts";
import { competitorEndpoints } from "#contract/competitor.ts";
import { contactEndpoints } from "#contract/contact.ts";
import { documentEndpoints } from "#contract/document.ts";
import { customFieldEndpoints } from "#contract/custom-field.ts";
import { exchangeEndpoints } from "#contract/exchange.ts";
import { exchangeRateEndpoints } from "#contract/exchange-rate.ts";
import { factEndpoints } from "#contract/fact.ts";
import { invitationEndpoints } from "#contract/invitation.ts";
import { jobEndpoints } from "#contract/job.ts";
import { meEndpoints } from "#contract/me.ts";
import { messageEndpoints } from "#contract/message.ts";
import { myDayEndpoints } from "#contract/my-day.ts";
import { notificationEndpoints } from "#contract/notification.ts";
import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { parameterEndpoints } from "#contract/parameter.ts";
import { partnerEndpoints } from "#contract/partner.ts";
import { passwordResetEndpoints } from "#contract/password-reset.ts";
import { pipelineEndpoints } from "#contract/pipeline.ts";
import { productEndpoints } from "#contract/product.ts";
import { quotePdfEndpoints } from "#contract/quote-pdf.ts";
import { quoteEndpoints } from "#contract/quote.ts";
import { quoteRecordEndpoints } from "#contract/quote-endpoints.ts";
import { quoteMarkEndpoints } from "#contract/quote-mark-endpoints.ts";
import { searchEndpoints } from "#contract/search.ts";
import { sessionEndpoints } from "#contract/session.ts";
import { startEndpoints } from "#contract/start.ts";
import { stepEndpoints } from "#contract/step.ts";
import { supplierEndpoints } from "#contract/supplier.ts";
import { tagEndpoints } from "#contract/tag.ts";
import { teamEndpoints } from "#contract/team.ts";
import { tripTemplateEndpoints } from "#contract/trip-template.ts";
import { undoEndpoints } from "#contract/undo.ts";
import { userEndpoints } from "#contract/user.ts";
import { viewEndpoints } from "#contract/view.ts";
import { welcomeEndpoints } from "#contract/welcome.ts";
import { workspaceEndpoints } from "#contract/workspace.ts";

/** Everything that can be asked of Escale. */
export const API = {
  ...sessionEndpoints,
  ...meEndpoints,
  ...startEndpoints,
  ...passwordResetEndpoints,
  ...invitationEndpoints,
  ...welcomeEndpoints,
  ...userEndpoints,
  ...teamEndpoints,
  ...workspaceEndpoints,
  ...apiKeyEndpoints,
  ...parameterEndpoints,
  ...competitorEndpoints,
  ...tagEndpoints,
  ...customFieldEndpoints,
  ...exchangeRateEndpoints,
  ...pipelineEndpoints,
  ...clientEndpoints,
  ...contactEndpoints,
  ...boardEndpoints,
  ...opportunityEndpoints,
  ...activityEndpoints,
  ...messageEndpoints,
  ...documentEndpoints,
  ...factEndpoints,
  ...undoEndpoints,
  ...jobEndpoints,
  ...supplierEndpoints,
  ...productEndpoints,
  ...stepEndpoints,
  ...tripTemplateEndpoints,
  ...quoteEndpoints,
  ...catalogueLineEndpoints,
  ...quotePdfEndpoints,
  ...quoteRecordEndpoints,
  ...quoteMarkEndpoints,
  ...searchEndpoints,
  ...partnerEndpoints,
  ...byExternalEndpoints,
  ...exchangeEndpoints,
  ...myDayEndpoints,
  ...viewEndpoints,
  ...notificationEndpoints,
};

export type EndpointName = keyof typeof API;
