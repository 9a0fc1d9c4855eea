import { useSyncExternalStore } from "react";

const PHONE = "(width < 720px)";

/** For what is built otherwise on a phone; what only looks otherwise is said in CSS. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(PHONE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
