// The side of JavaScriptCore's shell, which has no workers: answers what the first argument asks for.
load("everywhere.js");
globalThis.uptakeEverywhere.answer(JSON.parse(globalThis.arguments[0])).then(
  (told) => print(JSON.stringify(told)),
  (error) => {
    print(`${error}\n${error.stack}`);
    quit(1);
  },
);
