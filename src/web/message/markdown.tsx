import { Marked, type Token, type Tokens } from "marked";
import { Fragment, useMemo, type ReactNode } from "react";
import styles from "#web/message/message.module.css";

/*
 * Markdown is read into tokens and drawn as elements, never as HTML: what is not drawn here does not exist. Raw HTML is
 * shown as the text it is, pictures as their words, and a link goes only where a link may go.
 */
const reader = new Marked({ gfm: true, breaks: true });
reader.use({
  extensions: [
    {
      name: "mention",
      level: "inline",
      start: (source) => {
        const at = source.indexOf("@[");
        return at < 0 ? undefined : at;
      },
      tokenizer: (source) => {
        const match = /^@\[([^\]\n]{1,200})\]\(user:[0-9a-f-]{36}\)/i.exec(source);
        return match ? { type: "mention", raw: match[0], text: match[1] ?? "" } : undefined;
      },
    },
  ],
});

export function Markdown({ text }: { text: string }) {
  const tokens = useMemo(() => reader.lexer(text), [text]);
  return <div className={styles.markdown}>{drawn(tokens)}</div>;
}

function drawn(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => <Fragment key={index}>{draw(token)}</Fragment>);
}

type Draw = (token: never) => ReactNode;

const DRAW: Readonly<Record<string, Draw>> = {
  space: () => null,
  def: () => null,
  paragraph: ({ tokens }: Tokens.Paragraph) => <p>{drawn(tokens)}</p>,
  heading: ({ tokens }: Tokens.Heading) => (
    <p>
      <strong>{drawn(tokens)}</strong>
    </p>
  ),
  blockquote: ({ tokens }: Tokens.Blockquote) => <blockquote>{drawn(tokens)}</blockquote>,
  list: ({ ordered, start, items }: Tokens.List) => {
    const rows = items.map((item, index) => <li key={index}>{drawn(item.tokens)}</li>);
    return ordered ? <ol start={start === "" ? 1 : start}>{rows}</ol> : <ul>{rows}</ul>;
  },
  code: ({ text }: Tokens.Code) => (
    <pre>
      <code>{text}</code>
    </pre>
  ),
  hr: () => <hr />,
  br: () => <br />,
  strong: ({ tokens }: Tokens.Strong) => <strong>{drawn(tokens)}</strong>,
  em: ({ tokens }: Tokens.Em) => <em>{drawn(tokens)}</em>,
  del: ({ tokens }: Tokens.Del) => <del>{drawn(tokens)}</del>,
  codespan: ({ text }: Tokens.Codespan) => <code>{text}</code>,
  link: ({ href, tokens }: Tokens.Link) => <SafeLink href={href}>{drawn(tokens)}</SafeLink>,
  image: ({ text, href }: Tokens.Image) => text || href,
  mention: ({ text }: { text: string }) => <b className={styles.mention}>@{text}</b>,
  table: ({ raw }: Tokens.Table) => <pre>{raw}</pre>,
  checkbox: ({ checked }: { checked: boolean }) => (checked ? "☑ " : "☐ "),
  escape: ({ text }: Tokens.Escape) => text,
  text: (token: Tokens.Text) => (token.tokens ? drawn(token.tokens) : token.text),
};

/** An unknown token is shown as it was typed. */
function draw(token: Token): ReactNode {
  const known = DRAW[token.type];
  return known ? known(token as never) : token.raw;
}

const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (!url || !SAFE.has(url.protocol)) return children;
  return (
    <a href={url.href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
