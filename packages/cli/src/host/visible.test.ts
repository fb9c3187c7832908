import { expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { speakingVisibly, visible } from "./visible.ts";

test.for([
  ["plain – ü 研究 😀\n\ttab", "plain – ü 研究 😀\n\ttab"],
  ["\u001b[2J\u001b]0;title\u0007", "\\u001b[2J\\u001b]0;title\\u0007"],
  ["a\rb\u0008\u007f\u009b31m", "a\\u000db\\u0008\\u007f\\u009b31m"],
  ["\u202egnp.exe\u2066\u200f\u061c", "\\u202egnp.exe\\u2066\\u200f\\u061c"],
])("%j is shown as %j", ([text, shown]) => expect(visible(text as string)).toBe(shown));

test("JSON stays the same data", () => {
  const data = { name: "\u001b[31m\u202e\u007f", "\u0000": "\n" };
  expect(JSON.parse(visible(JSON.stringify(data)))).toEqual(data);
});

test("a host keeps the program's own colour and progress, and nothing else", () => {
  const host = listeningHost("/");
  const speaking = speakingVisibly(host);
  speaking.err("\r3 of 4 runs\u001b[2J\r");
  speaking.err("\u001b[31merror:\u001b[39m a\rb\u001b[1m\n");
  speaking.out("\u001b[31m\n");
  expect(host.said).toEqual({
    err: "\r3 of 4 runs\\u001b[2J\r\u001b[31merror:\u001b[39m a\\u000db\\u001b[1m\n",
    out: "\\u001b[31m\n",
  });
});
