import { useParams } from "@tanstack/react-router";
import type { TripTemplate } from "#contract/trip-template.ts";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { RightPage } from "#web/app/module-right.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { useMayReadCatalogue } from "#web/catalogue/use-catalogue.ts";
import { FactsList } from "#web/kit/facts-list.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { NotesFact, PlaceFact, PublicNameFact, TextsPanel } from "#web/step/part-facts.tsx";
import { PartHeader, PartMenu } from "#web/step/part-header.tsx";
import { TemplateDays } from "#web/step/template-days.tsx";
import { useTemplate, useTemplateEdits, type PartEdits } from "#web/step/use-parts.ts";
import styles from "#web/app/record-page.module.css";

/** Everything about one trip template: its days, and what the client reads. */
export function TemplatePage() {
  const { title, noRight } = useAllSpoken().words.catalogue;
  return (
    <RightPage may={useMayReadCatalogue()} title={title} what={noRight}>
      <Loader />
    </RightPage>
  );
}

function Loader() {
  const { words } = useAllSpoken();
  const query = useTemplate(String(useParams({ strict: false }).id));
  const isPhone = useIsPhone();
  useLiveUpdates();
  useDocumentTitle(query.data?.name);
  return (
    <Page
      title={words.catalogue.title}
      hasOwnHeading={query.data !== undefined}
      phoneActions={query.data && isPhone && <PartMenu part={{ type: "template", record: query.data }} />}
      back={{ href: "/trip-templates", label: words.common.back }}
    >
      <div className={styles.content}>
        <Loaded query={query} label={words.catalogue.templates.loadingOne} frame={<Block height={480} />}>
          {(template) => <Content key={template.id} template={template} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Content({ template }: { template: TripTemplate }) {
  const { part: say } = useAllSpoken().words.catalogue;
  const edits = useTemplateEdits(template);
  const shared: PartEdits = edits;
  return (
    <>
      <PartHeader part={{ type: "template", record: template }} edits={shared} />
      <div className={styles.columns}>
        <div className={styles.stacked}>
          <TemplateDays template={template} edits={edits} />
          <TextsPanel part={template} edits={shared} />
        </div>
        <div className={styles.side}>
          <Panel title={say.record}>
            <FactsList>
              <PublicNameFact part={template} edits={shared} />
              <PlaceFact part={template} edits={shared} />
              <NotesFact part={template} edits={shared} />
            </FactsList>
          </Panel>
        </div>
      </div>
    </>
  );
}
