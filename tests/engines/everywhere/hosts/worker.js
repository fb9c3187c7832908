// A browser's worker.
importScripts("everywhere.js");
globalThis.uptakeEverywhere.work();
