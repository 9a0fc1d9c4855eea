import { useAllSpoken } from "#web/app/words.ts";
import { Pill, type PillProps } from "#web/kit/pill.tsx";
import type { Quote, VersionSummary } from "#web/quote/use-quote.ts";

const KINDS: Readonly<Record<Quote["status"], NonNullable<PillProps["kind"]>>> = {
  draft: "neutral",
  sent: "accent",
  accepted: "success",
  declined: "danger",
  expired: "warning",
  superseded: "neutral",
};

/** How a version stands, and that it is the chosen one. */
export function StatusPill({ version }: { version: Pick<VersionSummary, "status"> & { readonly chosen: unknown } }) {
  const { words } = useAllSpoken();
  const say = words.quoting;
  return (
    <>
      <Pill kind={KINDS[version.status]}>{say.status[version.status]}</Pill>
      {Boolean(version.chosen) && version.status !== "accepted" && <Pill kind="success">{say.chosen}</Pill>}
    </>
  );
}
