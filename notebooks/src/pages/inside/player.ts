import { when } from "@uptake/charts";
import { element } from "../../kit/element.js";
import { insideWords } from "../../words/inside.js";

const { player: say } = insideWords;

/** Milliseconds a month is on show while the film plays. */
const perMonth = 260;

/** Holds the buttons and the slider that run a film. */
export interface Player {
  readonly root: HTMLElement;
  /** Returns the month on show. */
  month(): number;
  /** Sets how long the film is, and the month on show. */
  load(horizon: number, month: number): void;
  /** Shows a month, and stops. */
  go(month: number): void;
  stop(): void;
}

/** Makes a player. `onMonth` hears of every month, and whether the film goes on by itself. */
export function player(onMonth: (month: number, playing: boolean) => void): Player {
  let last = 0;
  let at = 0;
  let frame = 0;
  let fresh = true;

  const button = (label: string, sign: string, click: () => void, name: string): HTMLButtonElement =>
    element("button", { type: "button", class: "player-button", "data-play": name, "aria-label": label, click }, sign);
  const back = button(say.back, "◂", () => go(at - 1), "back");
  const forth = button(say.forth, "▸", () => go(at + 1), "forth");
  const start = element("button", {
    type: "button",
    class: "player-start",
    "data-play": "play",
    click: () => toggle(),
  });
  const range: HTMLInputElement = element("input", {
    ...{ type: "range", id: "film-month", min: 0, max: 0, step: 1, "aria-label": say.month },
    input: () => go(range.valueAsNumber),
  });
  const name = element("output", { for: "film-month", class: "player-month" });

  const draw = (): void => {
    range.value = String(at);
    range.style.setProperty("--at", String(last === 0 ? 0 : at / last));
    range.setAttribute("aria-valuetext", when(at));
    name.textContent = when(at);
    start.textContent = frame !== 0 ? say.pause : at >= last || fresh ? say.playAll : say.play;
    back.disabled = at <= 0;
    forth.disabled = at >= last;
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
  };
  const go = (month: number): void => {
    stop();
    fresh = false;
    at = Math.min(last, Math.max(0, month));
    draw();
    onMonth(at, false);
  };
  const toggle = (): void => {
    if (frame !== 0) {
      go(at);
      return;
    }
    if (at >= last || fresh) at = 0;
    fresh = false;
    let shown = performance.now();
    const tick = (now: number): void => {
      frame = requestAnimationFrame(tick);
      if (now - shown < perMonth) return;
      shown = Math.max(shown + perMonth, now - perMonth);
      at++;
      if (at >= last) {
        go(last);
        return;
      }
      draw();
      onMonth(at, true);
    };
    frame = requestAnimationFrame(tick);
    draw();
    onMonth(at, true);
  };
  draw();
  return {
    root: element(
      "div",
      { class: "player", role: "group", "aria-label": say.label },
      start,
      back,
      forth,
      element("div", { class: "control-track" }, range),
      name,
    ),
    month: () => at,
    load(horizon, month) {
      stop();
      last = horizon;
      range.max = String(horizon);
      at = Math.min(last, Math.max(0, month));
      draw();
    },
    go,
    stop() {
      if (frame !== 0) go(at);
    },
  };
}
