// A browser's worker that answers what it is sent: a page's own thread is ended by the browser where it works for long.
importScripts("everywhere.js");
addEventListener("message", async ({ data }) => {
  const { answer } = globalThis.uptakeEverywhere;
  try {
    postMessage({ told: await answer(data, () => new Worker("worker.js")) });
  } catch (error) {
    postMessage({ failed: `${error}\n${error.stack}` });
  }
});
