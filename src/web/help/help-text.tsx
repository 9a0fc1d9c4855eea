import { partsOf } from "#words/help/on-screen.ts";

/** A paragraph; the words that stand on a screen are strong. */
export function HelpText({ text }: { text: string }) {
  return partsOf(text).map((part, index) => (part.isOnScreen ? <strong key={index}>{part.text}</strong> : part.text));
}
