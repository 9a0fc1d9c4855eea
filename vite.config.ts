import { readFileSync } from "node:fs";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The first words on screen are in the latin sans: the browser asks for it with the page, not after the stylesheet. */
function preloadFont(): Plugin {
  return {
    name: "escale-preload-font",
    transformIndexHtml(_html, { bundle }) {
      const font = Object.keys(bundle ?? {}).find((file) => /source-sans-3-latin-wght-normal-[^/]*\.woff2$/.test(file));
      if (!font) return [];
      const attrs = { rel: "preload", as: "font", type: "font/woff2", href: `/${font}`, crossorigin: "" };
      return [{ tag: "link", attrs, injectTo: "head" }];
    },
  };
}

/** The picture of the tab comes with the page: no request of its own. */
function inlineMark(): Plugin {
  const mark = readFileSync(new URL("src/web/public/mark.svg", import.meta.url), "utf8");
  return {
    name: "escale-inline-mark",
    apply: "build",
    transformIndexHtml: (html) => html.replace('href="/mark.svg"', `href="data:image/svg+xml,${encodeURIComponent(mark)}"`),
  };
}

/** What many screens share and the board does not need stays out of the first load. */
const OF_OTHER_SCREENS = [
  /domain[\\/](?:client[\\/]region|exchange|filter|view)|words[\\/](?:filter|view-row)-words|web[\\/]custom-field[\\/](?!use-custom-fields)/,
  /web[\\/](?:access|activity[\\/](?!activity-pill)|catalogue|client|contact|document|exchange|message|my-day|partner|product|timeline|view)/,
  /web[\\/]app[\\/](?:address-|countries|choice-field|conflict-|deleted-|list-|logo-|neighbours|peek-panel|phone-|reach-|record-|region-|sortable-|write-over)/,
  /kit[\\/](?:date-field|facts-list|inline-field|option-item|parse-day|route-|segmented|select|sheet|switch|tabs|tag-field)/,
  /[Cc]ombo[Bb]ox|[Rr]adio|useSelect(?:State)?\.|HiddenSelect|private[\\/]Select\./,
];

/** The first screen of most visits, and what the frame over it needs at once: one file. */
const OF_THE_BOARD =
  /words[\\/]plural|web[\\/]opportunity[\\/](?!conflict|destination|place-option|move-dialog|use-opportunity|add-contact|contacts|opportunity-(?:band|path|peek))|icons[\\/](?:arrow-right|calendar-plus|user-plus|tag\.)|activity[\\/]activity-icon/;

/** The views over board and list come right after the board, as one file. */
const OF_THE_VIEWS = /domain[\\/](?:filter|view)[\\/]|words[\\/]view-row-words|web[\\/]view[\\/](?:views-row|view-address|use-views)/;

export default defineConfig({
  root: "src/web",
  base: "/",
  plugins: [
    { ...optimizeLocales.vite({ locales: ["en-GB", "en-US", "fr-FR", "it-IT"] }), enforce: "pre" },
    react(),
    preloadFont(),
    inlineMark(),
  ],
  html: { cspNonce: "__CSP_NONCE__" },
  server: {
    proxy: {
      "/api": process.env["ESCALE_SERVER"] ?? "http://127.0.0.1:3000",
    },
  },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    // Few files, kept for ever: a request costs more than the few kilobytes that a screen does not use.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "common", minShareCount: 4, test: (id) => !OF_OTHER_SCREENS.some((one) => one.test(id)) },
            { name: "board", minShareCount: 2, test: OF_THE_BOARD },
            { name: "views", minShareCount: 1, test: OF_THE_VIEWS },
          ],
        },
      },
    },
  },
});
