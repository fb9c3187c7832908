/** Names the colours of a chart: CSS custom properties of the page, with the light theme where there is no page. */
export const theme = {
  ink: "var(--ink, #1c2330)",
  muted: "var(--muted, #586173)",
  hair: "var(--hair, #e5e1d8)",
  edge: "var(--edge, #8b8f99)",
  paper: "var(--paper, #fbfaf7)",
  accent: "var(--accent, #0b6e69)",
  accentSoft: "var(--accent-soft, #0b6e693d)",
  accentSofter: "var(--accent-softer, #0b6e691f)",
  ghost: "var(--ghost, #8b909c)",
  target: "var(--target, #96590f)",
  rust: "var(--rust, #b4532a)",
} as const;

/** Names the colours of plans that are drawn together, in their order. */
export const planColours: readonly string[] = [
  "var(--plan-1, #0b6e69)",
  "var(--plan-2, #a8481f)",
  "var(--plan-3, #2a5fb0)",
  "var(--plan-4, #80398f)",
];

/** Gives the type of all text in a chart. */
export const type =
  "font: 13px var(--sans, ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif); font-variant-numeric: tabular-nums; background: none; overflow: visible";
