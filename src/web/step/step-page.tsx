import { useParams } from "@tanstack/react-router";
import type { Step } from "#contract/step.ts";
import { STEP_KINDS } from "#domain/step/step.ts";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { RightPage } from "#web/app/module-right.tsx";
import { ChoiceFact } from "#web/app/record-field.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { useMayReadCatalogue } from "#web/catalogue/use-catalogue.ts";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { Link } from "#web/kit/link.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { NotesFact, PlaceFact, PublicNameFact, TextsPanel } from "#web/step/part-facts.tsx";
import { PartHeader, PartMenu } from "#web/step/part-header.tsx";
import { StepPictures } from "#web/step/step-pictures.tsx";
import { StepProducts } from "#web/step/step-products.tsx";
import { useStep, useStepEdits, type PartEdits } from "#web/step/use-parts.ts";
import styles from "#web/app/record-page.module.css";

/** Everything about one step: its products, what the client reads, its pictures. */
export function StepPage() {
  const { title, noRight } = useAllSpoken().words.catalogue;
  return (
    <RightPage may={useMayReadCatalogue()} title={title} what={noRight}>
      <Loader />
    </RightPage>
  );
}

function Loader() {
  const { words } = useAllSpoken();
  const query = useStep(String(useParams({ strict: false }).id));
  const isPhone = useIsPhone();
  useLiveUpdates();
  useDocumentTitle(query.data?.name);
  return (
    <Page
      title={words.catalogue.title}
      hasOwnHeading={query.data !== undefined}
      phoneActions={query.data && isPhone && <PartMenu part={{ type: "step", record: query.data }} />}
      back={{ href: "/steps", label: words.common.back }}
    >
      <div className={styles.content}>
        <Loaded query={query} label={words.catalogue.steps.loadingOne} frame={<Block height={480} />}>
          {(step) => <Content key={step.id} step={step} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Content({ step }: { step: Step }) {
  const { words } = useAllSpoken();
  const { part: say } = words.catalogue;
  const edits = useStepEdits(step);
  const shared: PartEdits = edits;
  return (
    <>
      <PartHeader part={{ type: "step", record: step }} edits={shared} />
      <div className={styles.columns}>
        <div className={styles.stacked}>
          <StepProducts step={step} edits={edits} />
          <TextsPanel part={step} edits={shared} />
          <StepPictures step={step} edits={edits} />
        </div>
        <div className={styles.side}>
          <Panel title={say.record}>
            <FactsList>
              <PublicNameFact part={step} edits={shared} />
              <ChoiceFact
                edits={edits}
                name="kind"
                label={say.field.kind}
                value={step.kind}
                options={STEP_KINDS.map((id) => ({ id, label: say.kind[id] }))}
                changeOf={(id) => ({ kind: id as Step["kind"] })}
                isRequired
              />
              <PlaceFact part={step} edits={shared} />
              <NotesFact part={step} edits={shared} />
              <Fact label={say.field.templates}>
                {step.templates === 0 ? (
                  "–"
                ) : (
                  <Link href={`/trip-templates?stepId=${step.id}`}>{words.catalogue.templates.count({ n: step.templates })}</Link>
                )}
              </Fact>
            </FactsList>
          </Panel>
        </div>
      </div>
    </>
  );
}
