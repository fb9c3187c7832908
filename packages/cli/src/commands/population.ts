import { type District, districtKey, drawWorld, populate, populationTable, profile, readyWorlds } from "@uptake/model";
import { BadInput, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { givenPlace } from "../input/given-options.ts";
import type { RawOptions } from "../input/options.ts";
import { populationFiles } from "../input/population-files.ts";
import { settle } from "../input/settle-scenarios.ts";
import { takenFolder } from "../output/taken-folder.ts";
import { checkFolder, writeFolder } from "../output/write-folder.ts";
import { counted } from "../words/format.ts";
import { ownCommand } from "../words/shell-quoted.ts";

/** Answers `uptake population`: writes the people of replicate 0. */
export async function population(host: Host, raw: RawOptions): Promise<void> {
  const faults: Fault[] = [];
  if (raw.out === undefined)
    faults.push({ code: "missing", path: "--out", message: "is needed: the folder to write to" });
  await checkFolder(host, raw.out, faults);
  faults.push(...(await takenFolder(host, raw.out)));
  const { scenarios, seed } = await settle(host, [undefined], raw, faults);
  const [scenario] = scenarios;
  if (!scenario || raw.out === undefined) throw new BadInput(faults);
  const place = scenario.district as string | District;
  const district = typeof place === "string" ? profile(place) : place;
  await readyWorlds(scenario.parameters);
  const world = drawWorld(seed, 0, scenario.parameters);
  const drawn = populate(district, world, districtKey(seed, 0, district.id), { everyoneAware: false });
  const rows = populationTable(drawn, district, world);
  await writeFolder(host, raw.out, populationFiles(rows));
  host.out(
    `${district.name}: ${counted(rows.schools.length, "school")}, ${counted(rows.teachers.length, "teacher")}, ${counted(rows.ties.length, "tie")} (replicate 0 of seed “${seed}”)
Files: schools.csv, teachers.csv and ties.csv in ${raw.out}
Use them, changed or not, with: ${ownCommand(host, "run", ...givenPlace(raw), "--population", raw.out)}\n`,
  );
}
