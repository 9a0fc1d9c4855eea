// Runs before the first paint, so that a page in dark never flashes light. An external file: inline scripts are refused.
(() => {
  const root = document.documentElement;
  try {
    root.dataset.theme = localStorage.getItem("escale.theme") ?? "system";
    root.dataset.density = localStorage.getItem("escale.density") ?? "standard";
  } catch {
    root.dataset.theme = "system";
  }
})();
