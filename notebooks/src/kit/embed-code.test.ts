import { expect, test } from "vitest";
import { embedCode } from "./embed-code.ts";

test("a figure is shown alone, with the state of its page", () => {
  const code = embedCode("https://a.org/b/?v=2&m=0.1.0&coaching=4#top", "fan", 'A "plan" & more');
  expect(code).toContain('src="https://a.org/b/?v=2&amp;m=0.1.0&amp;coaching=4&amp;embed=fan"');
  expect(code).toContain('title="A &quot;plan&quot; &amp; more"');
});

test("what is embedded is embedded anew", () => {
  expect(embedCode("https://a.org/?embed=tiers&v=2", "fan", "")).toContain('src="https://a.org/?v=2&amp;embed=fan"');
  expect(embedCode("https://a.org/", "fan", "")).toContain('src="https://a.org/?embed=fan"');
});
