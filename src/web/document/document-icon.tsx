import {
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  Mail,
  Presentation,
  type LucideIcon,
} from "lucide-react";
import { useState } from "react";
import type { Document } from "#contract/document.ts";
import { thumbnailAddress } from "#web/document/use-documents.ts";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/document/document.module.css";

const KINDS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/^image\//, FileImage],
  [/^audio\//, FileAudio],
  [/^video\//, FileVideo],
  [/spreadsheet|excel|csv|tab-separated/, FileSpreadsheet],
  [/presentation|powerpoint/, Presentation],
  [/zip|tar|7z|rar|compressed/, FileArchive],
  [/rfc822|outlook/, Mail],
  [/^text\/|pdf|word|opendocument\.text|rtf/, FileText],
];

/** The picture itself, small, or the kind of file. */
export function DocumentIcon({ one }: { one: Document }) {
  const [isBroken, setIsBroken] = useState(false);
  if (one.file.hasThumbnail && !isBroken)
    return <img src={thumbnailAddress(one)} alt="" loading="lazy" className={styles.thumbnail} onError={() => setIsBroken(true)} />;
  const icon = KINDS.find(([pattern]) => pattern.test(one.file.type))?.[1] ?? File;
  return (
    <span className={styles.icon}>
      <Icon of={icon} size={20} />
    </span>
  );
}
