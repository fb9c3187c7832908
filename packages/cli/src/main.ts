import { main } from "./command-line.ts";
import { collectSooner } from "./host/collect-sooner.ts";
import { endOnInterrupt } from "./host/end-on-interrupt.ts";
import { endWhenUnwritten } from "./host/unwritten.ts";

collectSooner();
endWhenUnwritten();
endOnInterrupt();

process.exitCode = await main(process.argv.slice(2));
