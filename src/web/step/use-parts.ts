import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Step } from "#contract/step.ts";
import type { TripTemplate } from "#contract/trip-template.ts";
import { ask } from "#web/api/api.ts";
import { useRecordEdits, type RecordEdits } from "#web/app/record-edits.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllWords } from "#web/app/words.ts";

export const STEPS = ["steps"] as const;
export const TEMPLATES = ["trip-templates"] as const;
const stepKey = (id: string) => [...STEPS, "one", id] as const;
const templateKey = (id: string) => [...TEMPLATES, "one", id] as const;

type Filters = Readonly<Record<string, string | undefined>>;
/** The exact count is asked for once, with the first page. */
const pageQuery = (cursor: string) => (cursor === "" ? { count: "exact" as const } : { cursor });

export function useStepRows(filters: Filters, sort: string) {
  return useInfiniteQuery({
    queryKey: [...STEPS, "list", filters, sort],
    queryFn: ({ pageParam, signal }) => ask("listSteps", { query: { ...(filters as object), sort, ...pageQuery(pageParam) } }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before) => before,
  });
}

export function useTemplateRows(filters: Filters, sort: string) {
  return useInfiniteQuery({
    queryKey: [...TEMPLATES, "list", filters, sort],
    queryFn: ({ pageParam, signal }) =>
      ask("listTripTemplates", { query: { ...(filters as object), sort, ...pageQuery(pageParam) } }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before) => before,
  });
}

export function useStep(id: string | undefined) {
  return useQuery({
    queryKey: stepKey(String(id)),
    queryFn: ({ signal }) => ask("showStep", { params: { id: String(id) } }, { signal }),
    enabled: id !== undefined,
    retry: false,
  });
}

export function useTemplate(id: string) {
  return useQuery({
    queryKey: templateKey(id),
    queryFn: ({ signal }) => ask("showTripTemplate", { params: { id } }, { signal }),
    retry: false,
  });
}

export type StepChange = Parameters<typeof ask<"editStep">>[1]["body"];
export type TemplateChange = Parameters<typeof ask<"editTripTemplate">>[1]["body"];
export type StepEdits = RecordEdits<StepChange>;
export type TemplateEdits = RecordEdits<TemplateChange>;
/** What a step and a trip template have alike. */
export type PartChange = Pick<StepChange & TemplateChange, "name" | "publicName" | "destination" | "publicText" | "notes">;
export type PartEdits = RecordEdits<PartChange>;

export function useStepEdits(step: Step): StepEdits {
  return useRecordEdits<Step, StepChange>({
    record: step,
    keys: { one: stepKey(step.id), all: STEPS },
    write: (body, version) => ask("editStep", { params: { id: step.id }, body }, { ifMatch: version }),
  });
}

export function useTemplateEdits(template: TripTemplate): TemplateEdits {
  return useRecordEdits<TripTemplate, TemplateChange>({
    record: template,
    keys: { one: templateKey(template.id), all: TEMPLATES },
    write: (body, version) => ask("editTripTemplate", { params: { id: template.id }, body }, { ifMatch: version }),
  });
}

export type Part = { readonly type: "step"; readonly record: Step } | { readonly type: "template"; readonly record: TripTemplate };

/** Putting away and deleting, with the way back. Deleting answers whether it was done. */
export function usePartActs({ type, record }: Part) {
  const client = useQueryClient();
  const { part, steps, templates } = useAllWords().catalogue;
  const { offerUndo } = useUndo();
  const report = useReport();
  const key = type === "step" ? STEPS : TEMPLATES;
  const params = { id: record.id };
  const options = { ifMatch: record.version };
  const attempt = async (act: () => Promise<unknown>, said: string): Promise<boolean> => {
    try {
      await act();
      offerUndo(said);
      await Promise.all([STEPS, TEMPLATES].map((queryKey) => client.invalidateQueries({ queryKey })));
      return true;
    } catch (error) {
      report(error, key);
      return false;
    }
  };
  return {
    remove: () =>
      attempt(
        () => (type === "step" ? ask("deleteStep", { params }, options) : ask("deleteTripTemplate", { params }, options)),
        (type === "step" ? steps : templates).deletedToast(record),
      ),
    archive: () => {
      const body = { isArchived: !record.isArchived };
      return attempt(
        () => (type === "step" ? ask("editStep", { params, body }, options) : ask("editTripTemplate", { params, body }, options)),
        record.isArchived ? part.isBack(record) : part.isArchived(record),
      );
    },
  };
}
