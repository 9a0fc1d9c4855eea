import { createRootRoute, createRoute, createRouter, lazyRouteComponent, notFound, redirect } from "@tanstack/react-router";
import { Frame } from "#web/main/frame.tsx";
import { BrokenPage, MissingPage, WaitingPage } from "#web/main/page-states.tsx";

const root = createRootRoute();

const page = <Path extends string>(path: Path, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name) });

const open = [
  page("/sign-in", () => import("#web/access/sign-in-page.tsx"), "SignInPage"),
  page("/welcome/$token", () => import("#web/access/welcome-page.tsx"), "WelcomePage"),
  page("/invitation/$token", () => import("#web/access/invitation-page.tsx"), "InvitationPage"),
  page("/reset", () => import("#web/access/reset-page.tsx"), "ResetRequestPage"),
  page("/reset/$token", () => import("#web/access/reset-page.tsx"), "ResetPage"),
];

/** Everything behind the sign-in stands in the frame: navigation, top bar, toasts, shortcuts. */
const frame = createRoute({ getParentRoute: () => root, id: "frame", component: Frame });

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is no id leads nowhere: asked for, it might be another question of the API ("/opportunities/board"). */
function refuseNoId({ id }: { readonly id?: string }): void {
  if (id !== undefined && !ID.test(id)) throw notFound();
}

const framed = <Path extends string>(path: Path, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => frame,
    path,
    validateSearch: (search: Record<string, unknown>) => search,
    beforeLoad: ({ params }) => refuseNoId(params as { readonly id?: string }),
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name),
  });

/** Where imports begin stands in the settings; the short address leads there. */
const imports = createRoute({
  getParentRoute: () => frame,
  path: "/imports",
  beforeLoad: ({ search }) => {
    throw redirect({ to: "/settings/$section", params: { section: "imports" }, search });
  },
});

const pages = [
  framed("/", () => import("#web/my-day/my-day-page.tsx"), "MyDayPage"),
  framed("/opportunities", () => import("#web/opportunity/board-page.tsx"), "BoardPage"),
  framed("/opportunities/list", () => import("#web/opportunity/list-page.tsx"), "OpportunityListPage"),
  framed("/opportunities/$id", () => import("#web/opportunity/opportunity-page.tsx"), "OpportunityPage"),
  framed("/clients", () => import("#web/directory/client-list-page.tsx"), "ClientListPage"),
  framed("/clients/$id", () => import("#web/client/client-page.tsx"), "ClientPage"),
  framed("/contacts", () => import("#web/directory/contact-list-page.tsx"), "ContactListPage"),
  framed("/contacts/$id", () => import("#web/contact/contact-page.tsx"), "ContactPage"),
  framed("/imports/$id", () => import("#web/exchange/import-page.tsx"), "ImportPage"),
  imports,
  framed("/activities", () => import("#web/activity/activities-page.tsx"), "ActivitiesPage"),
  framed("/quotes", () => import("#web/quote/quote-list-page.tsx"), "QuoteListPage"),
  framed("/quotes/$id", () => import("#web/quote/quote-page.tsx"), "QuotePage"),
  framed("/quotes/$id/compare", () => import("#web/quote/compare-page.tsx"), "ComparePage"),
  framed("/products", () => import("#web/catalogue/product-list-page.tsx"), "ProductListPage"),
  framed("/products/$id", () => import("#web/catalogue/product-page.tsx"), "ProductPage"),
  framed("/steps", () => import("#web/step/step-list-page.tsx"), "StepListPage"),
  framed("/steps/$id", () => import("#web/step/step-page.tsx"), "StepPage"),
  framed("/trip-templates", () => import("#web/step/template-list-page.tsx"), "TemplateListPage"),
  framed("/trip-templates/$id", () => import("#web/step/template-page.tsx"), "TemplatePage"),
  framed("/suppliers", () => import("#web/catalogue/supplier-list-page.tsx"), "SupplierListPage"),
  framed("/settings", () => import("#web/settings/settings-page.tsx"), "SettingsPage"),
  framed("/settings/$section", () => import("#web/settings/settings-page.tsx"), "SettingsPage"),
  framed("/help", () => import("#web/help/help-page.tsx"), "HelpPage"),
  framed("/help/$topic", () => import("#web/help/help-page.tsx"), "HelpPage"),
  framed("/settings/people/$id", () => import("#web/people/user-page.tsx"), "UserPage"),
];

export const router = createRouter({
  routeTree: root.addChildren([...open, frame.addChildren(pages)]),
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultPendingMs: 300,
  defaultPendingComponent: WaitingPage,
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: MissingPage,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
