import { ChevronDown } from "lucide-react";
import { useNavigate } from "@tanstack/react-router";
import { dayInZone } from "#domain/shared/zone.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { ChipButton } from "#web/kit/chip.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { useQuoteVersions, type QuoteVersion } from "#web/quote/use-quote.ts";

/** The versions of the quote: which one is open, and the way to the others. */
export function VersionChip({ version }: { version: QuoteVersion }) {
  const { words } = useAllSpoken();
  const { locale, timeZone } = useSurroundings();
  const navigate = useNavigate();
  const say = words.quoting;
  const { id } = version.quote;
  const versions = useQuoteVersions(id).data?.data ?? [];
  const go = (choice: string): void => {
    if (choice === "compare") void navigate({ to: "/quotes/$id/compare", params: { id }, search: { to: version.number } });
    else void navigate({ to: "/quotes/$id", params: { id }, search: { version: Number(choice) } });
  };
  const items = versions.map((one) => ({
    id: String(one.number),
    label: say.versionOf({
      n: one.number,
      status: one.chosen && one.status !== "accepted" ? say.chosen : say.status[one.status],
      day: formatDay(dayInZone(one.createdAt, timeZone), locale),
    }),
    isChecked: one.number === version.number,
  }));
  return (
    <Menu
      label={say.versions}
      placement="bottom start"
      trigger={
        <ChipButton>
          {say.version({ n: version.number })} <Icon of={ChevronDown} size={14} />
        </ChipButton>
      }
      groups={[
        { id: "versions", items },
        { id: "compare", items: versions.length > 1 ? [{ id: "compare", label: say.verb.compare }] : [] },
      ]}
      onAction={go}
    />
  );
}
