import * as Plot from "@observablehq/plot";
import type { Figure } from "./figure.ts";
import { linesOf } from "./lines-of.ts";
import { theme, type } from "./theme.ts";

const lineHeight = 17;

/** Draws a plot as an image that `sentence` names, with `caption` under it. */
export function draw(
  plot: Plot.PlotOptions & { readonly width: number; readonly height: number; readonly marginBottom: number },
  { sentence, caption, document }: { sentence: string; caption?: string | undefined; document?: Document | undefined },
): Figure {
  const lines = caption ? linesOf(caption.split(" "), Math.max(20, Math.floor(plot.width / 6.4))) : [];
  const note = Plot.text([lines.join("\n")], {
    frameAnchor: "bottom-left",
    lineAnchor: "top",
    dx: -(plot.marginLeft ?? 0),
    dy: plot.marginBottom + 2,
    fill: theme.muted,
    lineHeight: lineHeight / 12,
    fontSize: 12,
  });
  const element = Plot.plot({
    ...plot,
    ...(document ? { document } : {}),
    className: "uptake-chart",
    style: type,
    height: plot.height + lines.length * lineHeight,
    marginBottom: plot.marginBottom + lines.length * lineHeight,
    marks: [...(plot.marks ?? []), lines.length > 0 ? note : null],
  }) as SVGSVGElement & Plot.Plot;
  for (const inner of element.querySelectorAll("*")) {
    for (const name of ["aria-label", "aria-description", "aria-hidden"]) inner.removeAttribute(name);
  }
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", sentence);
  return { element, sentence };
}
