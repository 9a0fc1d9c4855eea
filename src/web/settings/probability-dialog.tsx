import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { ask } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { formatMoney, formatPercent, formatSigned } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useEditPipelines, type Stage } from "#web/settings/use-edit-pipelines.ts";

type ProbabilityDialogProps = { stage: Stage; percent: number; onClose: () => void };

/** Says what a new probability does before it is saved: how many opportunities, and the weighted revenue. */
export function ProbabilityDialog({ stage, percent, onClose }: ProbabilityDialogProps) {
  const { locale, words } = useAllSpoken();
  const { pipelines: say, loading } = words.settings;
  const { editStage } = useEditPipelines();
  const effect = useQuery({
    queryKey: ["pipelines", "probability-effect", stage.id, percent],
    queryFn: () => ask("previewStageProbability", { params: { id: stage.id }, query: { probabilityPercent: percent } }),
    staleTime: 0,
  });
  function apply() {
    editStage(stage, { probabilityPercent: percent });
    onClose();
  }
  const actions = (
    <>
      <Button look="primary" onPress={apply} autoFocus>
        {say.apply}
      </Button>
      <Button look="quiet" onPress={onClose}>
        {words.common.cancel}
      </Button>
    </>
  );
  const title = say.effectTitle({
    name: stage.name,
    from: formatPercent(stage.probabilityPercent, locale),
    to: formatPercent(percent, locale),
  });
  return (
    <Dialog isOpen onClose={onClose} title={title} actions={actions}>
      <Loaded query={effect} label={loading}>
        {({ opportunities, likelyBefore, likelyAfter, currency }) => {
          const money = (amount: string) => formatMoney({ amount, currency }, locale, "never");
          const difference = Number(likelyAfter) - Number(likelyBefore);
          return (
            <>
              <p>{opportunities === 0 ? say.effectNone : say.effect({ count: opportunities })}</p>
              {opportunities > 0 && (
                <FactsList>
                  <Fact label={say.likely}>
                    {money(likelyBefore)} <Icon of={ArrowRight} size={14} /> <b>{money(likelyAfter)}</b> (
                    {formatSigned(money(String(difference)), difference < 0)})
                  </Fact>
                </FactsList>
              )}
              <p>{say.effectPinned}</p>
            </>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
