// Tells the most memory that a program held, in bytes, when it ends: for `node --import`.
process.on("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS * 1024}\n`));
