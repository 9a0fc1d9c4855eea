import * as activities from "#server/activity/change-activity.ts";
import { listActivities, showActivity } from "#server/activity/list-activities.ts";
import type { API, EndpointName } from "#contract/api.ts";
import { changeClients } from "#server/client/change-clients.ts";
import * as changeClient from "#server/client/change-client.ts";
import { findClientDuplicates } from "#server/client/find-client-duplicates.ts";
import { listClients, showClient } from "#server/client/list-clients.ts";
import * as changeContact from "#server/contact/change-contact.ts";
import { listClientContacts, setClientContacts } from "#server/contact/contact-clients.ts";
import * as customFields from "#server/custom-field/custom-fields.ts";
import { findContactDuplicates } from "#server/contact/find-contact-duplicates.ts";
import { listContacts, showContact } from "#server/contact/list-contacts.ts";
import { downloadContactCard } from "#server/contact/contact-card.ts";
import { putClientByExternal, putContactByExternal, putOpportunityByExternal } from "#server/exchange/by-external.ts";
import { exportProducts } from "#server/exchange/export-products.ts";
import { exportClients, exportContacts, exportOpportunities } from "#server/exchange/exports.ts";
import { listImportRows } from "#server/exchange/import-row-store.ts";
import * as exchange from "#server/exchange/imports.ts";
import * as documents from "#server/document/change-document.ts";
import { downloadDocument, showDocumentThumbnail } from "#server/document/download-document.ts";
import { listDocumentsWith, listDocumentVersions, showDocument } from "#server/document/list-documents.ts";
import * as messages from "#server/message/change-message.ts";
import * as messageLists from "#server/message/list-messages.ts";
import * as mentionables from "#server/message/mentionable.ts";
import { showStart } from "#server/main/show-start.ts";
import { cancelJob, showJob } from "#server/main/background-work.ts";
import type { Welcome } from "#server/main/welcome.ts";
import { welcomeHandlers } from "#server/main/welcome.ts";
import * as notifications from "#server/notification/list-notifications.ts";
import { listMailsWith, sendMailWith } from "#server/notification/mails.ts";
import { setNotificationPreferencesWith, showNotificationPreferencesWith } from "#server/notification/preferences.ts";
import { showMyDay } from "#server/my-day/my-day.ts";
import { changeContacts } from "#server/opportunity/change-contacts.ts";
import { changeOpportunities } from "#server/opportunity/change-opportunities.ts";
import { loseOpportunity, reopenOpportunity, winOpportunity } from "#server/opportunity/close-opportunity.ts";
import { createOpportunity } from "#server/opportunity/create-opportunity.ts";
import { deleteOpportunity, editOpportunity, refreshOpportunityRate, restoreOpportunity } from "#server/opportunity/edit-opportunity.ts";
import { editUser } from "#server/opportunity/edit-user.ts";
import { waitOpportunity } from "#server/opportunity/wait-opportunity.ts";
import { listOpportunities, searchOpportunities } from "#server/opportunity/list-opportunities.ts";
import { moveOpportunity } from "#server/opportunity/move-opportunity.ts";
import { showBoard, showBoardColumn } from "#server/opportunity/show-board.ts";
import { deleteContact, restoreContact } from "#server/opportunity/delete-contact.ts";
import { setOpportunityContacts, showOpportunity } from "#server/opportunity/show-opportunity.ts";
import { createStage, deleteStage, editStage, previewStageProbability } from "#server/opportunity/stages.ts";
import * as pipelines from "#server/pipeline/pipelines.ts";
import type { Bound } from "#server/platform/handle.ts";
import type { Outbox } from "#server/platform/outbox.ts";
import { rateLimits, type RateLimits } from "#server/platform/rate-limit.ts";
import { addProductLines, editProductLine, removeProductLine } from "#server/product/change-lines.ts";
import * as products from "#server/product/products.ts";
import { listProductLines } from "#server/product/show-lines.ts";
import * as steps from "#server/step/steps.ts";
import * as stepPictures from "#server/step/step-pictures.ts";
import * as tripTemplates from "#server/step/trip-templates.ts";
import * as suppliers from "#server/product/suppliers.ts";
import { linesFromCatalogue } from "#server/quote/lines-from-catalogue.ts";
import { quoteHandlers } from "#server/quote/quote-handlers.ts";
import { listPartners, listRivals, setPartners, setRivals } from "#server/partner/partners.ts";
import { search } from "#server/search/search.ts";
import { changePasswordWith, requestPasswordResetWith, resetPassword } from "#server/session/passwords.ts";
import { endSession, listSessions, signInWith, signOut } from "#server/session/sessions.ts";
import { editMe, showMe } from "#server/session/show-me.ts";
import * as competitors from "#server/settings/competitors.ts";
import * as exchangeRates from "#server/settings/exchange-rates.ts";
import { importExchangeRates } from "#server/settings/import-exchange-rates.ts";
import * as lists from "#server/settings/parameter-lists.ts";
import * as tags from "#server/tag/tags.ts";
import { createTeam, deleteTeam, editTeam, listTeams } from "#server/team/teams.ts";
import { listMyChanges } from "#server/timeline/my-changes.ts";
import * as timelines from "#server/timeline/timelines.ts";
import { undo } from "#server/undo/undo-change.ts";
import { createKey, listKeys, revokeKey } from "#server/user/api-keys.ts";
import { acceptInvitation, inviteWith, listInvitations, showInvitation, withdrawInvitation } from "#server/user/invitations.ts";
import { endUserSessions, listPeople, listUsers, showUser } from "#server/user/users.ts";
import * as views from "#server/view/views.ts";
import { editWorkspace, showWorkspace } from "#server/workspace/agency.ts";

type Means = { readonly limits: RateLimits; readonly outbox: Outbox; readonly welcome: Welcome; readonly uploadBytes: number };

/** One handler per endpoint of the contract. A missing or a stray one does not compile. */
export function handlersWith({ limits, outbox, welcome, uploadBytes }: Means) {
  return {
    ...welcomeHandlers(welcome, outbox),
    signIn: signInWith(limits),
    signOut,
    listSessions,
    endSession,
    showMe,
    showStart,
    editMe,
    changePassword: changePasswordWith(limits),
    requestPasswordReset: requestPasswordResetWith(limits, outbox),
    resetPassword,
    showInvitation,
    acceptInvitation,
    listInvitations,
    invite: inviteWith(outbox),
    withdrawInvitation,
    listPeople,
    listUsers,
    showUser,
    editUser,
    endUserSessions,
    listTeams,
    createTeam,
    editTeam,
    deleteTeam,
    showWorkspace,
    editWorkspace,
    listKeys,
    createKey,
    revokeKey,
    listClientKinds: lists.listClientKinds,
    createClientKind: lists.createClientKind,
    editClientKind: lists.editClientKind,
    deleteClientKind: lists.deleteClientKind,
    listSources: lists.listSources,
    createSource: lists.createSource,
    editSource: lists.editSource,
    deleteSource: lists.deleteSource,
    listLostReasons: lists.listLostReasons,
    createLostReason: lists.createLostReason,
    editLostReason: lists.editLostReason,
    deleteLostReason: lists.deleteLostReason,
    listCompetitors: competitors.listCompetitors,
    createCompetitor: competitors.createCompetitor,
    editCompetitor: competitors.editCompetitor,
    deleteCompetitor: competitors.deleteCompetitor,
    listTags: tags.listTags,
    createTag: tags.createTag,
    editTag: tags.editTag,
    deleteTag: tags.deleteTag,
    mergeTag: tags.mergeTag,
    ...customFieldHandlers,
    listExchangeRates: exchangeRates.listExchangeRates,
    listExchangeRateHistory: exchangeRates.listExchangeRateHistory,
    addExchangeRate: exchangeRates.addExchangeRate,
    deleteExchangeRate: exchangeRates.deleteExchangeRate,
    importExchangeRates,
    setExchangeRate: exchangeRates.setExchangeRate,
    listPipelines: pipelines.listPipelines,
    createPipeline: pipelines.createPipeline,
    editPipeline: pipelines.editPipeline,
    deletePipeline: pipelines.deletePipeline,
    createStage,
    editStage,
    previewStageProbability,
    deleteStage,
    listClients,
    showClient,
    findClientDuplicates,
    ...pick(changeClient),
    listClientContacts,
    setClientContacts,
    listContacts,
    showContact,
    findContactDuplicates,
    downloadContactCard,
    createContact: changeContact.createContact,
    editContact: changeContact.editContact,
    deleteContact,
    restoreContact,
    listOpportunities,
    searchOpportunities,
    showBoard,
    showBoardColumn,
    showOpportunity,
    createOpportunity,
    editOpportunity,
    deleteOpportunity,
    restoreOpportunity,
    moveOpportunity,
    winOpportunity,
    loseOpportunity,
    reopenOpportunity,
    setOpportunityContacts,
    refreshOpportunityRate,
    changeOpportunities,
    changeClients,
    changeContacts,
    listSuppliers: suppliers.listSuppliers,
    showSupplier: suppliers.showSupplier,
    createSupplier: suppliers.createSupplier,
    editSupplier: suppliers.editSupplier,
    deleteSupplier: suppliers.deleteSupplier,
    listProducts: products.listProducts,
    showProduct: products.showProduct,
    createProduct: products.createProduct,
    editProduct: products.editProduct,
    deleteProduct: products.deleteProduct,
    listSteps: steps.listSteps,
    showStep: steps.showStep,
    createStep: steps.createStep,
    editStep: steps.editStep,
    deleteStep: steps.deleteStep,
    restoreStep: steps.restoreStep,
    addStepPicture: stepPictures.addStepPicture,
    downloadStepPicture: stepPictures.downloadStepPicture,
    showStepThumbnail: stepPictures.showStepThumbnail,
    listTripTemplates: tripTemplates.listTripTemplates,
    showTripTemplate: tripTemplates.showTripTemplate,
    createTripTemplate: tripTemplates.createTripTemplate,
    editTripTemplate: tripTemplates.editTripTemplate,
    deleteTripTemplate: tripTemplates.deleteTripTemplate,
    restoreTripTemplate: tripTemplates.restoreTripTemplate,
    ...partners,
    listProductLines,
    linesFromCatalogue,
    ...quoteHandlers,
    addProductLines,
    editProductLine,
    removeProductLine,
    search,
    showMyDay,
    ...viewHandlers,
    waitOpportunity,
    listActivities,
    showActivity,
    ...activities,
    ...messages,
    ...messageLists,
    ...mentionable,
    ...documents,
    ...listDocumentsWith(uploadBytes),
    ...documentReads,
    showOpportunityTimeline: timelines.showOpportunityTimeline,
    showClientTimeline: timelines.showClientTimeline,
    showContactTimeline: timelines.showContactTimeline,
    listFacts: timelines.listFacts,
    undo,
    showJob,
    cancelJob,
    listMyChanges,
    listNotifications: notifications.listNotifications,
    readNotifications: notifications.readNotifications,
    readNotification: notifications.readNotification,
    showNotificationPreferences: showNotificationPreferencesWith(outbox),
    setNotificationPreferences: setNotificationPreferencesWith(outbox),
    listMails: listMailsWith(outbox),
    sendMail: sendMailWith(outbox),
    ...byExternal,
    ...imports,
    exportOpportunities,
    exportClients,
    exportContacts,
    exportProducts,
  } satisfies { [Name in EndpointName]: Bound<(typeof API)[Name]> };
}

const { startImport, showImport, listImports, mapImport, runImport, cancelImport, revertImport, downloadFailedRows } = exchange;
const { customFieldsInUse: _inUse, ...customFieldHandlers } = customFields;
const { countsOf: _counts, ...viewHandlers } = views;
const partners = { listPartners, setPartners, listRivals, setRivals };
const byExternal = { putClientByExternal, putContactByExternal, putOpportunityByExternal };
const imports = {
  listImportRows,
  startImport,
  showImport,
  listImports,
  mapImport,
  runImport,
  cancelImport,
  revertImport,
  downloadFailedRows,
};

const documentReads = { showDocument, listDocumentVersions, downloadDocument, showDocumentThumbnail };
const { listOpportunityMentionable, listClientMentionable, listContactMentionable } = mentionables;
const mentionable = { listOpportunityMentionable, listClientMentionable, listContactMentionable };

function pick(module: typeof changeClient) {
  const { createClient, editClient, deleteClient, restoreClient } = module;
  return { createClient, editClient, deleteClient, restoreClient };
}

/** The table by itself, for what only asks who may what. */
export function bareHandlers(): Readonly<Record<string, Bound>> {
  const means = { outbox: undefined as unknown as Outbox, welcome: undefined as unknown as Welcome };
  return handlersWith({ limits: rateLimits(0), ...means, uploadBytes: 0 });
}
