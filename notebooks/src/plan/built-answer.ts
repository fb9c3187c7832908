import { answerIn } from "./prebuilt.js";

/** Milliseconds after which a page goes on without an answer of the site's. */
const patience = 3000;

const texts = new Map<string, Promise<string>>();

/** Returns the code that computed the answers of a kind; null where the site has none, as while its pages are written. */
function programOf(kind: string): string | null {
  const named = document.querySelector<HTMLMetaElement>('meta[name="uptake-answers"]');
  return new URLSearchParams(named?.content ?? "").get(kind);
}

function textOf(name: string, program: string): Promise<string> {
  const fetched =
    texts.get(name) ??
    fetch(new URL(`answers/${name}.json?${program}`, document.baseURI), { signal: AbortSignal.timeout(patience) }).then(
      (response) => (response.ok ? response.text() : ""),
    );
  texts.set(name, fetched);
  return fetched;
}

/**
 * Fetches an answer that was computed with the site; undefined where there is none, or it is not just the answer to what is
 * asked. Its type is that of what the site computes under this name.
 */
export async function builtAnswer<Answer>(
  name: string,
  asked: unknown,
  kind: string = name,
): Promise<Answer | undefined> {
  const program = programOf(kind);
  if (program === null) return undefined;
  try {
    return answerIn(await textOf(name, program), asked, program) as Answer | undefined;
  } catch {
    return undefined;
  }
}
