import { useEffect, useState, type CSSProperties, type ReactNode } from "react";
import { RouteProgress } from "#web/kit/route-progress.tsx";
import styles from "#web/kit/loading-frame.module.css";

export type LoadingFrameProps = {
  isLoading: boolean;
  /** "Chargement des opportunités…" */
  label: string;
  /** Real headings and still grey `Block`s of the exact size of what comes. */
  frame: ReactNode;
  children: ReactNode;
};

const FRAME_MS = 300;
const PROGRESS_MS = 2000;

/** Nothing for 300 ms, then the frame, then after 2 s a line that travels: no flash for what is quick. */
export function LoadingFrame({ isLoading, label, frame, children }: LoadingFrameProps) {
  return isLoading ? <Waiting label={label} frame={frame} /> : children;
}

function Waiting({ label, frame }: Pick<LoadingFrameProps, "label" | "frame">) {
  const showsFrame = useAfter(FRAME_MS);
  const showsProgress = useAfter(PROGRESS_MS);
  return (
    <div aria-busy className={styles.waiting}>
      {showsProgress && (
        <>
          <RouteProgress label={label} isEdge />
          <p role="status" className={styles.words}>
            {label}
          </p>
        </>
      )}
      {showsFrame && frame}
    </div>
  );
}

export type BlockProps = { width?: number | string; height?: number };

export function Block({ width = "100%", height = 14 }: BlockProps) {
  return <span aria-hidden className={styles.block} style={{ width, height } satisfies CSSProperties} />;
}

function useAfter(delay: number): boolean {
  const [isAfter, setIsAfter] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsAfter(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return isAfter;
}
