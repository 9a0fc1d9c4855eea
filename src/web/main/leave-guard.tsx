import { useBlocker } from "@tanstack/react-router";
import { isOutOfReach } from "#web/api/try-again.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { isAnythingUnsaved } from "#web/kit/unsaved.ts";

const isAtRisk = (): boolean => isAnythingUnsaved() || isOutOfReach();

/** What was typed and could not be saved is not lost by a link or a closed tab without a question. */
export function LeaveGuard() {
  const { leaving } = useWords().shell;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isAtRisk() && current.pathname !== next.pathname,
    enableBeforeUnload: isAtRisk,
    withResolver: true,
  });
  return (
    <Dialog
      isOpen={status === "blocked"}
      onClose={() => reset?.()}
      role="alertdialog"
      size="small"
      title={leaving.title}
      actions={
        <>
          <Button look="primary" onPress={() => reset?.()}>
            {leaving.stay}
          </Button>
          <Button onPress={() => proceed?.()}>{leaving.leave}</Button>
        </>
      }
    >
      <p>{leaving.text}</p>
    </Dialog>
  );
}
