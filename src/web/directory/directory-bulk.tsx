import { useState, type ReactNode } from "react";
import { ask } from "#web/api/api.ts";
import { ASKED_ABOVE, DeleteMany } from "#web/app/delete-many.tsx";
import { useClientKinds, useMay, usePeople } from "#web/app/me.ts";
import type { Selection } from "#web/app/selection.ts";
import { useBulk } from "#web/app/use-bulk.ts";
import { useSpoken } from "#web/app/words.ts";
import { BulkBar } from "#web/kit/bulk-bar.tsx";
import { Button } from "#web/kit/button.tsx";
import { Menu } from "#web/kit/menu.tsx";
import type { Option } from "#web/kit/option.ts";
import { BulkTags } from "#web/tag/bulk-tags.tsx";
import { directoryWords } from "#words/directory-words.ts";

type Resource = "clients" | "contacts";
type ClientsChange = Parameters<typeof ask<"changeClients">>[1]["body"]["change"];
type Filters = Readonly<Record<string, string | undefined>>;

type DirectoryBulkProps = {
  readonly resource: Resource;
  readonly selection: Selection;
  readonly loaded: number;
  readonly count: number;
  readonly filters: Filters;
};

/** What can be done to the selected clients or contacts, or to all that match. */
export function DirectoryBulk({ resource, selection, loaded, count, filters }: DirectoryBulkProps) {
  const { words, locale } = useSpoken();
  const say = directoryWords[locale];
  const { selected, isAll, change: choose } = selection;
  const [isAsked, setIsAsked] = useState(false);
  const [isTagging, setIsTagging] = useState(false);
  const mayDelete = useMay(resource, "delete");
  const n = isAll ? count : selected.size;
  const clear = (): void => choose(new Set());
  const run = useBulk({ key: [resource], say: { ...say, changed: say[resource].changed }, onDone: clear });
  const change = (what: ClientsChange): void => void run(() => write(resource, isAll ? { filter: filters } : { ids: [...selected] }, what));
  const remove = (): void => (n > ASKED_ABOVE ? setIsAsked(true) : change({ delete: true }));
  const isEveryLoaded = selected.size >= loaded && count > loaded;
  return (
    <>
      <BulkBar
        label={say.label}
        summary={say.selected({ n })}
        note={
          isEveryLoaded && !isAll ? (
            <Button look="quiet" size="small" onPress={() => choose(selected, true)}>
              {say.all({ n: count })}
            </Button>
          ) : undefined
        }
        clearLabel={say.clear}
        onClear={clear}
      >
        {resource === "clients" && <ClientActs change={change} />}
        <Button look="quiet" onPress={() => setIsTagging(true)}>
          {words.tag.title}
        </Button>
        {mayDelete && (
          <Button look="danger-quiet" onPress={remove}>
            {say.delete}
          </Button>
        )}
      </BulkBar>
      {isTagging && <BulkTags title={say[resource].tags({ n })} onClose={() => setIsTagging(false)} onApply={change} />}
      <DeleteMany
        isOpen={isAsked}
        title={say[resource].deleteTitle({ n })}
        label={say.delete}
        onClose={() => setIsAsked(false)}
        onDelete={() => change({ delete: true })}
      />
    </>
  );
}

type Which = { readonly ids: string[] } | { readonly filter: Filters };

function write(resource: Resource, which: Which, change: ClientsChange) {
  if (resource === "clients") return ask("changeClients", { body: { ...(which as object), change } });
  const { addTagIds, removeTagIds, delete: isDeleted } = change;
  const own = isDeleted ? { delete: isDeleted } : { addTagIds, removeTagIds };
  return ask("changeContacts", { body: { ...(which as object), change: own } });
}

/** Who looks after them, what they are. */
function ClientActs({ change }: { readonly change: (what: ClientsChange) => void }) {
  const { field, status } = useSpoken().words.client;
  const people = usePeople().data?.data.filter((person) => person.active) ?? [];
  const kinds = useClientKinds().data?.data ?? [];
  const named = (list: readonly { id: string; name: string }[]): Option[] => list.map(({ id, name }) => ({ id, label: name }));
  const statuses = (["prospect", "client"] as const).map((id) => ({ id, label: status[id] }));
  return (
    <>
      <Choice label={field.manager} options={named(people)} onChoose={(managerId) => change({ managerId })} />
      <Choice label={field.kind} options={named(kinds)} onChoose={(kindId) => change({ kindId })} />
      <Choice label={field.status} options={statuses} onChoose={(id) => change({ status: id === "client" ? "client" : "prospect" })} />
    </>
  );
}

type ChoiceProps = { readonly label: string; readonly options: Option[]; readonly onChoose: (id: string) => void };

function Choice({ label, options, onChoose }: ChoiceProps): ReactNode {
  return (
    <Menu
      label={label}
      placement="top start"
      trigger={<Button look="quiet">{label}</Button>}
      groups={[{ id: label, items: options }]}
      onAction={onChoose}
    />
  );
}
