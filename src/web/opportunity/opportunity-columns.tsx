import type { ReactNode } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { hasOrder } from "#domain/custom-field/custom-field.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { useMe, usePipelines } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { CustomCell } from "#web/custom-field/custom-cell.tsx";
import { useCustomFields } from "#web/custom-field/use-custom-fields.ts";
import { formatDay, formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Money } from "#web/kit/money.tsx";
import { ClientName } from "#web/opportunity/client-name.tsx";
import { AmountCell, CloseCell, DepartureCell, ManagerCell, StageCell, type CellProps } from "#web/opportunity/opportunity-cells.tsx";
import { namesOf } from "#web/tag/use-tags.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/opportunity/opportunity-table.module.css";

export type OpportunityColumn = {
  readonly id: string;
  readonly label: string;
  /** The label of the head, where the whole does not fit. */
  readonly short?: string;
  /** The API's order by this column. */
  readonly sort?: string;
  readonly width: number;
  readonly isFigure?: boolean;
  readonly className?: string | undefined;
  readonly cell: (cell: CellProps) => ReactNode;
  readonly title?: (row: Opportunity) => string | undefined;
};

/** What the list shows of itself, before anybody chose. */
export const USUAL_COLUMNS = ["client", "stage", "departsOn", "pax", "amount", "margin", "expectedCloseOn", "manager"] as const;

/** Everything that may be a column of the list, the agency's own fields at its end. */
export function useOpportunityColumns(): OpportunityColumn[] {
  const usual = useUsualColumns();
  const others = useOtherColumns();
  const custom = useCustomFields("opportunity").map((field): OpportunityColumn => ({
    id: `custom.${field.key}`,
    label: field.label,
    width: 150,
    isFigure: field.type === "number" || field.type === "money",
    className: look.cut,
    ...(hasOrder(field.type) ? { sort: `custom.${field.key}` } : {}),
    cell: ({ row, save }) => (
      <CustomCell
        field={field}
        value={row.custom[field.key]}
        {...(row.can.edit ? { onSave: (value) => save({ custom: { [field.key]: value } }) } : {})}
      />
    ),
  }));
  return [...usual, ...others, ...custom];
}

function useUsualColumns(): OpportunityColumn[] {
  const { words, locale } = useSpoken();
  const { field } = words.opportunity;
  const me = useMe();
  const pipelines = usePipelines().data?.data ?? [];
  const columns: (OpportunityColumn | false)[] = [
    {
      id: "client",
      label: field.client,
      width: 180,
      className: `${look.cut} ${look.quiet}`,
      cell: ({ row }) => <ClientName client={row.client} className={styles.client} />,
      title: (row) => row.client.name,
    },
    {
      id: "stage",
      label: field.stage,
      width: 174,
      className: styles.stage,
      cell: (cell) => <StageCell {...cell} pipelines={pipelines} />,
    },
    {
      id: "departsOn",
      label: field.departsOn,
      sort: "departsOn",
      width: 112,
      className: styles.day,
      cell: (cell) => <DepartureCell {...cell} />,
    },
    { id: "pax", label: field.pax, width: 56, isFigure: true, cell: ({ row }) => row.pax ?? "–" },
    {
      id: "amount",
      label: field.amount,
      sort: "amount",
      width: 100,
      isFigure: true,
      className: styles.money,
      cell: (cell) => <AmountCell {...cell} />,
    },
    me.rights.costs && {
      id: "margin",
      label: field.margin,
      width: 78,
      isFigure: true,
      cell: ({ row }) => (row.marginPercent === null ? "–" : formatPercent(row.marginPercent, locale, 1)),
    },
    {
      id: "expectedCloseOn",
      label: field.expectedCloseOn,
      sort: "expectedCloseOn",
      width: 134,
      className: styles.day,
      cell: (cell) => (
        <span className={cell.row.overdue ? styles.overdue : undefined}>
          <CloseCell {...cell} />
        </span>
      ),
    },
    { id: "manager", label: field.manager, short: field.managerShort, width: 62, cell: (cell) => <ManagerCell {...cell} /> },
  ];
  return columns.filter((column) => column !== false);
}

/** Seldom needed at once: chosen by whoever wants them. */
function useOtherColumns(): OpportunityColumn[] {
  const { words, locale } = useSpoken();
  const { field } = words.opportunity;
  const { timeZone } = useSurroundings();
  return [
    {
      id: "destinations",
      label: field.destinations,
      width: 170,
      className: look.cut,
      cell: ({ row }) => row.destinations.map(({ place }) => place).join(", ") || "–",
      title: (row) => row.destinations.map(({ place }) => place).join(", "),
    },
    {
      id: "returnsOn",
      label: field.returnsOn,
      width: 112,
      className: styles.day,
      cell: ({ row }) => (row.returnsOn === null ? "–" : formatDay(row.returnsOn, locale)),
    },
    {
      id: "probability",
      label: field.probability,
      width: 100,
      isFigure: true,
      cell: ({ row }) => formatPercent(row.probabilityPercent, locale),
    },
    {
      id: "objective",
      label: field.objective,
      width: 110,
      isFigure: true,
      cell: ({ row }) => <Money amount={row.objective?.amount ?? null} currency={row.currency} isInline />,
    },
    { id: "source", label: field.source, width: 140, className: look.cut, cell: ({ row }) => row.sourceName ?? "–" },
    { id: "team", label: field.team, width: 140, className: look.cut, cell: ({ row }) => row.team?.name ?? "–" },
    {
      id: "tags",
      label: words.tag.title,
      width: 150,
      className: look.cut,
      cell: ({ row }) => namesOf(row.tags) || "–",
      title: (row) => namesOf(row.tags),
    },
    {
      id: "lastTouchAt",
      label: words.opportunity.touch.label,
      sort: "lastTouchAt",
      width: 130,
      className: styles.day,
      cell: ({ row }) => formatDay(dayInZone(row.lastTouch.at, timeZone), locale),
    },
  ];
}
