import { expect, test } from "vitest";
import { html } from "#server/platform/html.ts";

test("every value is escaped, in text and in attributes", () => {
  const name = `<img src=x onerror="alert('1')"> & co`;
  expect(html`<a title="${name}">${name}</a>`.text).toBe(
    '<a title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co</a>',
  );
});

test("what is html already stays, lists are joined, nothing is nothing", () => {
  const items = ["<b>", 7].map((item) => html`<li>${item}</li>`);
  expect(html`${items}${undefined}`.text).toBe("<li>&lt;b&gt;</li><li>7</li>");
});
