import { useQueryClient } from "@tanstack/react-query";
import { Plus, Star, X } from "lucide-react";
import { useRef, useState } from "react";
import type { Step } from "#contract/step.ts";
import { postFile } from "#web/app/post-file.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { STEPS, type StepEdits } from "#web/step/use-parts.ts";
import styles from "#web/step/part.module.css";

type PicturesProps = { readonly step: Step; readonly edits: StepEdits };

/** The pictures of the step, the first one leading. */
export function StepPictures({ step, edits }: PicturesProps) {
  const { part: say } = useAllSpoken().words.catalogue;
  const input = useRef<HTMLInputElement>(null);
  const { isPending, add } = useAddPictures(step.id);
  const { pictures } = step;
  const keep = (ids: string[]): void =>
    void edits.save({ field: "pictures", change: { pictures: ids }, mine: String(ids.length), isOvertaken: false });
  const others = (id: string): string[] => pictures.filter((one) => one.id !== id).map((one) => one.id);
  return (
    <Panel
      title={say.field.pictures}
      count={pictures.length}
      action={
        edits.canEdit && (
          <Button look="link" size="small" icon={<Icon of={Plus} size={14} />} isPending={isPending} onPress={() => input.current?.click()}>
            {say.addPicture}
          </Button>
        )
      }
    >
      {pictures.length === 0 && <p className={styles.detail}>{say.noPicture}</p>}
      <ul className={styles.pictures}>
        {pictures.map((picture, index) => (
          <li key={picture.id} className={styles.picture}>
            <a href={`/api/v1/steps/${step.id}/pictures/${picture.id}`} target="_blank" rel="noreferrer">
              <img
                src={`/api/v1/steps/${step.id}/pictures/${picture.id}/thumbnail`}
                alt={say.pictureOf({ n: index + 1, name: picture.name })}
                loading="lazy"
              />
            </a>
            {edits.canEdit && (
              <span className={styles.acts}>
                {index > 0 && (
                  <IconButton
                    icon={Star}
                    size="small"
                    label={say.firstPicture(picture)}
                    onPress={() => keep([picture.id, ...others(picture.id)])}
                  />
                )}
                <IconButton icon={X} size="small" label={say.removePicture(picture)} onPress={() => keep(others(picture.id))} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        multiple
        hidden
        data-testid="pictures"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          void add(files);
        }}
      />
    </Panel>
  );
}

/** One after the other: each stands after those before it. */
function useAddPictures(stepId: string) {
  const client = useQueryClient();
  const report = useReport();
  const [isPending, setIsPending] = useState(false);
  const add = async (files: readonly File[]): Promise<void> => {
    setIsPending(true);
    try {
      for (const file of files) await postFile<Step>(`/steps/${stepId}/pictures`, file);
    } catch (error) {
      report(error, STEPS);
    } finally {
      setIsPending(false);
      await client.invalidateQueries({ queryKey: STEPS });
    }
  };
  return { isPending, add };
}
