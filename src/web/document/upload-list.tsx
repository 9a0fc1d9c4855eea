import { RotateCcw, X } from "lucide-react";
import { problemText } from "#web/app/problem-text.ts";
import { ApiProblem } from "#web/api/api.ts";
import { useSpoken } from "#web/app/words.ts";
import { dropUpload, retryUpload, type Upload } from "#web/document/uploads.ts";
import { formatBytes } from "#web/kit/format.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { RouteProgress } from "#web/kit/route-progress.tsx";
import type { FirstWords } from "#words/en-first.ts";
import styles from "#web/document/document.module.css";

/** Files on their way, each with its line; those that failed say why. */
export function UploadList({ uploads }: { uploads: readonly Upload[] }) {
  const { words } = useSpoken();
  if (uploads.length === 0) return null;
  return (
    <ul className={styles.uploads} aria-label={words.document.adding}>
      {uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} />
      ))}
    </ul>
  );
}

function UploadRow({ upload }: { upload: Upload }) {
  const { words } = useSpoken();
  const say = words.document;
  const { key, file, state, error } = upload;
  const { name } = file;
  const isFailed = state === "failed";
  // What was refused for what it is would be refused again.
  const mayRetry = isFailed && error instanceof ApiProblem && ([0, 401, 429].includes(error.status) || error.status >= 500);
  return (
    <li className={styles.upload} data-failed={isFailed || undefined}>
      <span className={styles.uploadName} title={name}>
        {name}
      </span>
      {isFailed ? (
        <p role="alert" className={styles.error}>
          {whyOf(error, words)}
        </p>
      ) : (
        <UploadProgress upload={upload} />
      )}
      <span className={styles.uploadActs}>
        {mayRetry && <IconButton icon={RotateCcw} size="small" label={say.retry({ name })} onPress={() => retryUpload(key)} />}
        <IconButton icon={X} size="small" label={isFailed ? say.dismiss({ name }) : say.cancel({ name })} onPress={() => dropUpload(key)} />
      </span>
    </li>
  );
}

function UploadProgress({ upload: { file, sent, state } }: { upload: Upload }) {
  const { words } = useSpoken();
  const say = words.document;
  const { locale } = useSurroundings();
  const [done, size] = [formatBytes(Math.min(sent, file.size), locale), formatBytes(file.size, locale)];
  const isWhole = sent >= file.size;
  return (
    <div className={styles.progress}>
      <RouteProgress
        label={say.sending({ name: file.name })}
        {...(isWhole ? {} : { percent: file.size === 0 ? 0 : (sent / file.size) * 100 })}
      />
      <span className={styles.quiet}>{state === "waiting" ? say.waiting : isWhole ? say.checking : say.sent({ sent: done, size })}</span>
    </div>
  );
}

function whyOf(error: unknown, words: FirstWords): string {
  if (typeof error === "string") return error;
  const field = error instanceof ApiProblem ? error.body.errors?.[0]?.detail : undefined;
  return field ?? problemText(error, words);
}
