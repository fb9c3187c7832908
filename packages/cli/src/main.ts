import { main } from "./command-line.ts";
import { collectSooner } from "./host/collect-sooner.ts";
import { endWhenUnwritten } from "./host/unwritten.ts";

collectSooner();
endWhenUnwritten();

process.exitCode = await main(process.argv.slice(2));
