import { execFile } from "node:child_process";

/** Runs a program to its end and returns what it prints. @throws Error with what it says where it fails. */
export function runProgram(program: string, words: readonly string[], cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, words, { cwd, maxBuffer: 2 ** 28 }, (error, out, said) => {
      if (error) reject(new Error(`${error.message}\n${out.slice(0, 2000)}\n${said}`));
      else resolve(out);
    });
  });
}
