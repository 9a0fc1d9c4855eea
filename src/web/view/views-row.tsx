import { useSearch } from "@tanstack/react-router";
import { ChevronDown, Ellipsis, Plus } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import type { View } from "#contract/view.ts";
import type { ViewResource } from "#domain/view/view.ts";
import type { ListSearch } from "#web/app/list-search.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { ModeTabs } from "#web/kit/mode-tabs.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { currentView, filterShown, hrefOf, isChanged, type Place, type Shown } from "#web/view/view-address.ts";
import { useViewActs, useViewCounts, useViews, useViewWords, type ViewState } from "#web/view/use-views.ts";
import styles from "#web/view/views-row.module.css";

/** The menu of the frame leads to views too, by the same file. */
export { hrefOf };

const SaveViewDialog = lazy(async () => ({ default: (await import("#web/view/save-view-dialog.tsx")).SaveViewDialog }));

const MOST_TABS = 5;

type Asked = { readonly kind: "create" } | { readonly kind: "edit"; readonly view: View };

/** Saved views as tabs, the one that is shown marked when it was changed; the others in a menu (V). */
export function ViewsRow({ search, place }: { search: ListSearch; place: Place }) {
  const { resource, shape } = place;
  const views = useViews(resource);
  const params: Record<string, unknown> = useSearch({ strict: false });
  const [asked, setAsked] = useState<Asked>();
  const { navigate } = useSurroundings();
  const shown: Shown = { filters: search.filters, sort: search.sort, columns: textOf(params["columns"]) };
  const isBare = Object.keys(params).length === 0;
  const first = views?.find((view) => view.isDefault && view.can.use);
  const firstHref = isBare && first ? hrefOf(first, shape) : undefined;
  useEffect(() => {
    if (firstHref !== undefined) navigate(firstHref);
  }, [firstHref, navigate]);
  if (!views) return null;
  const current = currentView(views, textOf(params["view"]), { shown, place });
  const changed = current !== undefined && isChanged(current, shown, place);
  const state: ViewState = {
    resource,
    filter: filterShown(shown, resource),
    shape,
    sort: search.sort ?? null,
    columns: shown.columns?.split(",") ?? null,
  };
  return (
    <>
      <Tabs views={views} current={current} changed={changed} place={place} onCreate={() => setAsked({ kind: "create" })} />
      {current && <Options view={current} onAsk={setAsked} />}
      {(changed || !current) && <Saving view={current} state={state} onAsk={setAsked} />}
      <Suspense fallback={null}>
        {asked && (
          <SaveViewDialog
            view={asked.kind === "edit" ? asked.view : undefined}
            state={state}
            onClose={() => setAsked(undefined)}
            onDone={(view) => {
              setAsked(undefined);
              if (asked.kind === "create") navigate(hrefOf(view, shape));
            }}
          />
        )}
      </Suspense>
    </>
  );
}

/** The part of the keyboard's sheet in which the key stands. */
function listTitle(resource: ViewResource, words: ReturnType<typeof useWords>): string {
  return { opportunities: words.opportunity, clients: words.client, contacts: words.contact }[resource].title;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

type TabsProps = {
  readonly views: readonly View[];
  readonly current: View | undefined;
  readonly changed: boolean;
  readonly place: Place;
  readonly onCreate: () => void;
};

function Tabs({ views, current, changed, place: { resource, shape }, onCreate }: TabsProps) {
  const say = useViewWords();
  const words = useWords();
  const { counts, refetch } = useViewCounts(resource);
  const open = (next: boolean): void => {
    setIsOpen(next);
    if (next) void refetch();
  };
  const isPhone = useIsPhone();
  const { navigate } = useSurroundings();
  const [isOpen, setIsOpen] = useState(false);
  useShortcut({ keys: "v", label: say.menu, group: listTitle(resource, words) }, () => open(true));
  const usable = views.filter((view) => view.can.use);
  const tabs = isPhone ? [] : tabsOf(usable, current);
  const counted = (view: View): string => {
    const count = counts[view.id];
    return view.attention && count !== undefined ? `${view.name} (${count})` : view.name;
  };
  const itemsOf = (wanted: (view: View) => boolean) =>
    usable.filter(wanted).map((view) => ({ id: view.id, label: counted(view), isChecked: view.id === current?.id }));
  const groups = [
    { id: "own", title: say.mine, items: itemsOf((view) => !view.builtIn && view.visibility === "mine") },
    { id: "shared", title: say.shared, items: itemsOf((view) => !view.builtIn && view.visibility !== "mine") },
    { id: "builtIn", title: say.ofProduct, items: itemsOf((view) => view.builtIn && !view.attention) },
    { id: "attention", title: say.attention, items: itemsOf((view) => view.attention) },
  ];
  return (
    <>
      {tabs.length > 0 && (
        <ModeTabs
          label={say.title}
          look="underlined"
          value={current?.id ?? ""}
          items={tabs.map((view) => ({
            id: view.id,
            label: view.name,
            href: hrefOf(view, shape),
            ...(view.attention && counts[view.id] ? { count: counts[view.id] ?? 0 } : {}),
            ...(changed && view.id === current?.id ? { isChanged: say.changed } : {}),
          }))}
        />
      )}
      <Menu
        label={say.title}
        placement="bottom start"
        isOpen={isOpen}
        onOpenChange={open}
        trigger={
          <Button look="quiet" size="small">
            <span className={styles.drop}>
              {isPhone && current ? `${current.name}${changed ? " •" : ""}` : say.others}
              <Icon of={ChevronDown} />
            </span>
          </Button>
        }
        groups={groups}
        onAction={(id) => {
          const view = usable.find((one) => one.id === id);
          if (view) navigate(hrefOf(view, shape));
        }}
      />
      {!isPhone && (
        <Button look="quiet" size="small" icon={<Icon of={Plus} />} onPress={onCreate}>
          {words.view.add}
        </Button>
      )}
    </>
  );
}

/** Everything, what is pinned or opens first, and always the one that is shown. */
function tabsOf(usable: readonly View[], current: View | undefined): View[] {
  const wanted = usable.filter((view) => (view.builtIn && view.position === 0) || view.pinned || view.isDefault);
  const tabs = wanted.slice(0, MOST_TABS);
  const isThere = current === undefined || tabs.some(({ id }) => id === current.id) || !current.can.use;
  return isThere ? tabs : [...tabs.slice(0, MOST_TABS - 1), current];
}

function Options({ view, onAsk }: { view: View; onAsk: (asked: Asked) => void }) {
  const say = useViewWords();
  const words = useWords();
  const acts = useViewActs(view.resource);
  const run = (id: string): void => {
    if (id === "default") void acts.choose(view, { isDefault: !view.isDefault });
    else if (id === "pin") void acts.choose(view, { pinned: !view.pinned });
    else if (id === "edit") onAsk({ kind: "edit", view });
    else if (id === "duplicate") onAsk({ kind: "create" });
    else void acts.remove(view);
  };
  return (
    <Menu
      label={say.options({ name: view.name })}
      trigger={<IconButton icon={Ellipsis} size="small" label={say.options({ name: view.name })} />}
      groups={[
        {
          id: "mine",
          items: [
            { id: "default", label: words.view.opensFirst, isChecked: view.isDefault },
            { id: "pin", label: words.view.pin, isChecked: view.pinned },
          ],
        },
        {
          id: "view",
          items: [
            ...(view.can.edit ? [{ id: "edit", label: say.edit }] : []),
            { id: "duplicate", label: say.duplicate },
            ...(view.can.delete ? [{ id: "delete", label: say.delete, isDanger: true }] : []),
          ],
        },
      ]}
      onAction={run}
    />
  );
}

type SavingProps = { readonly view: View | undefined; readonly state: ViewState; readonly onAsk: (asked: Asked) => void };

/** Only when something differs from the view: leave it, keep it, or keep it under another name. */
function Saving({ view, state, onAsk }: SavingProps) {
  const say = useViewWords();
  const words = useWords();
  const { navigate } = useSurroundings();
  const acts = useViewActs(state.resource);
  if (!view) {
    return (
      <span className={styles.saving}>
        <Button size="small" onPress={() => onAsk({ kind: "create" })}>
          {words.view.save}
        </Button>
      </span>
    );
  }
  return (
    <span className={styles.saving}>
      <Button look="quiet" size="small" onPress={() => navigate(hrefOf(view, state.shape))}>
        {words.view.leave}
      </Button>
      <Menu
        label={words.view.save}
        trigger={
          <Button size="small">
            <span className={styles.drop}>
              {words.view.save}
              <Icon of={ChevronDown} />
            </span>
          </Button>
        }
        groups={[
          {
            id: "save",
            items: [...(view.can.edit ? [{ id: "save", label: say.saveIt({ name: view.name }) }] : []), { id: "as", label: say.saveAs }],
          },
        ]}
        onAction={(id) => {
          if (id === "as") onAsk({ kind: "create" });
          else void acts.save(view, state);
        }}
      />
    </span>
  );
}
