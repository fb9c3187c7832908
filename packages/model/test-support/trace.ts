import type { District } from "./state.ts";

/** Holds a district as it is at one index, with the dollars of the month that led there (0 at index 0). */
export interface DistrictTrace {
  office: {
    signals: number[];
    commitment: number;
    vision: number;
    embedding: number;
    authority: number;
    community: number;
    load: number;
    information: number;
    qualityGain: number;
    coaches: number;
    exitLevel: number;
    exitStanding: number;
  };
  schools: {
    member: number;
    memberMonths: number;
    mandated: number;
    principalSupport: number;
    knowledge: number;
    dip: number;
    tenure: number;
    risk: number;
    pressure: number;
    openness: number;
    estimate: number;
    contact: number;
    reliance: number;
    support: number;
    capacity: number;
    results: number;
    distrust: number;
    untaught: number;
    taughtThisYear: number;
  }[];
  teachers: {
    stage: number;
    depth: number;
    months: number;
    compliant: number;
    experience: number;
    disposition: number;
    threshold: number;
    person: number;
  }[];
  placesTaken: number;
  spent: number;
}

/** Copies what is recorded of a district, closed schools included. */
export function record(district: District, spent: number): DistrictTrace {
  const { office } = district;
  return {
    office: {
      signals: [...office.signals],
      commitment: office.commitment,
      vision: office.vision,
      embedding: office.embedding,
      authority: office.authority,
      community: office.community,
      load: office.load,
      information: office.information,
      qualityGain: office.qualityGain,
      coaches: office.coaches,
      exitLevel: office.exitLevel,
      exitStanding: office.exitStanding,
    },
    schools: district.schools.map((school) => ({
      member: school.member ? 1 : 0,
      memberMonths: school.memberMonths,
      mandated: school.mandated ? 1 : 0,
      principalSupport: school.principalSupport,
      knowledge: school.knowledge,
      dip: school.dip,
      tenure: school.tenure,
      risk: school.risk,
      pressure: school.pressure,
      openness: school.openness,
      estimate: school.estimate,
      contact: school.contact,
      reliance: school.reliance,
      support: school.support,
      capacity: school.capacity,
      results: school.results,
      distrust: school.distrust,
      untaught: school.untaught,
      taughtThisYear: school.taughtThisYear,
    })),
    teachers: district.posts.map(({ teacher }) => ({ ...teacher, compliant: teacher.compliant ? 1 : 0 })),
    placesTaken: district.placesTaken,
    spent,
  };
}
