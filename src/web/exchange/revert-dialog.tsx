import { useAllWords } from "#web/app/words.ts";
import { useImportAct, type Import } from "#web/exchange/use-import.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useToasts } from "#web/kit/toast.tsx";

export function RevertDialog({ one, until, onClose }: { one: Import; until: string; onClose: () => void }) {
  const words = useAllWords();
  const { locale } = useSurroundings();
  const { result: say } = words.exchange;
  const toasts = useToasts();
  const revert = useImportAct(one.id, "revertImport");
  const takeBack = (): void =>
    revert.mutate(undefined, {
      onSuccess: ({ state }) => state === "reverted" && toasts.show({ text: say.revertDone }),
      onSettled: onClose,
    });
  const actions = (
    <>
      <Button look="danger" isPending={revert.isPending} onPress={takeBack} autoFocus>
        {say.revert}
      </Button>
      <Button look="quiet" onPress={onClose}>
        {words.common.cancel}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={say.revertAsk} actions={actions} role="alertdialog" size="small">
      <p>{say.revertText({ day: formatDay(until, locale) })}</p>
    </Dialog>
  );
}
