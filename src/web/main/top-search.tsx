import { useRouter, useRouterState } from "@tanstack/react-router";
import { useRef, useState, type Ref } from "react";
import { useWords } from "#web/app/words.ts";
import { SearchField } from "#web/kit/search-field.tsx";

const MARK = "data-top-search";

/** False when it is not on screen (phone). */
export function focusTopSearch(): boolean {
  const input = document.querySelector<HTMLInputElement>(`[${MARK}] input`);
  if (!input || input.offsetParent === null) return false;
  input.focus();
  input.select();
  return true;
}

/** Enter lists the opportunities that match. */
export function TopSearch({ onSent, inputRef }: { onSent?: () => void; inputRef?: Ref<HTMLInputElement> }) {
  const words = useWords();
  const router = useRouter();
  const asked = useRouterState({ select: ({ location }) => (location.pathname === "/opportunities/list" ? wordsOf(location.search) : "") });
  const [text, setText] = useState(asked);
  const seen = useRef(asked);
  if (seen.current !== asked) {
    seen.current = asked;
    setText(asked);
  }
  function send(value: string) {
    const query = value.trim();
    router.history.push(query === "" ? "/opportunities/list" : `/opportunities/list?${new URLSearchParams({ q: query })}`);
    onSent?.();
  }
  return (
    <div {...{ [MARK]: "" }}>
      <SearchField label={words.shell.search} value={text} onChange={setText} onSubmit={send} kbd="s" {...(inputRef ? { inputRef } : {})} />
    </div>
  );
}

function wordsOf(search: unknown): string {
  const { q } = search as { q?: unknown };
  return typeof q === "string" || typeof q === "number" ? String(q) : "";
}
