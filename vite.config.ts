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

export default defineConfig({
  root: "src/web",
  base: "/",
  plugins: [{ ...optimizeLocales.vite({ locales: ["en-GB", "en-US", "fr-FR", "it-IT"] }), enforce: "pre" }, react(), preloadFont()],
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
  },
});
