import { main } from "./command-line.ts";
import { endWhenUnwritten } from "./host/unwritten.ts";

endWhenUnwritten();

process.exitCode = await main(process.argv.slice(2));
