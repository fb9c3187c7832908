import type { World } from "../evidence/parameter.ts";
import { clamp } from "../numerics/math.ts";
import type { District, PopulationTable } from "./district.ts";
import type { Network } from "./network.ts";
import { stages } from "./stage.ts";
import { classOfThreshold } from "./threshold.ts";

/** Holds a supplied population as arrays over the slots of the district's own schools. */
export interface SuppliedPopulation {
  readonly team: Uint16Array;
  readonly disposition: Uint16Array;
  readonly threshold: Uint8Array;
  readonly experience: Uint8Array;
  readonly stage: Uint8Array;
  readonly network: Network;
}

/**
 * Turns the rows of a table that passed `checkPopulation` into arrays: slots by school in the district's order, then in
 * the order of the rows. Thresholds become the nearest of the eight classes, dispositions the nearest byte sum.
 */
export function supplyPopulation(table: PopulationTable, district: District, world: World): SuppliedPopulation {
  const next = new Map<string, number>();
  let slots = 0;
  for (const school of district.schools) {
    next.set(school.id, slots);
    slots += school.teachers;
  }
  const mean = world["peers.thresholdMean"]!;
  const sd = world["peers.thresholdSd"]!;
  const slotOf = new Int32Array(slots);
  const team = new Uint16Array(slots);
  const disposition = new Uint16Array(slots);
  const threshold = new Uint8Array(slots);
  const experience = new Uint8Array(slots);
  const stage = new Uint8Array(slots);
  table.teachers.forEach((row, teacher) => {
    const slot = next.get(row.school)!;
    next.set(row.school, slot + 1);
    slotOf[teacher] = slot;
    team[slot] = row.team;
    disposition[slot] = clamp(Math.round((row.disposition / 1.7320508075688772 + 2) * 255), 0, 1020);
    threshold[slot] = classOfThreshold(row.threshold, mean, sd);
    experience[slot] = row.experience;
    stage[slot] = stages.indexOf(row.stage);
  });
  return { team, disposition, threshold, experience, stage, network: supplyNetwork(table, slotOf) };
}

function supplyNetwork(table: PopulationTable, slotOf: Int32Array): Network {
  const tieStart = new Int32Array(slotOf.length + 1);
  for (const { from } of table.ties) tieStart[slotOf[from]! + 1]! += 1;
  for (let i = 0; i < slotOf.length; i++) tieStart[i + 1]! += tieStart[i]!;
  const at = tieStart.slice();
  const ties = new Int32Array(table.ties.length);
  for (const { from, to } of table.ties) {
    const slot = slotOf[from]!;
    ties[at[slot]!] = slotOf[to]!;
    at[slot]! += 1;
  }
  return { tieStart, ties };
}
