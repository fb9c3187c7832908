import type { World } from "../evidence/parameter.ts";
import { principalReference } from "./support.ts";

/** Holds the numbers of awareness, trying, depth, owning and lapsing, as far as a school feels them. */
export interface ClimateConstants {
  readonly practiceVisibility: number;
  readonly awarenessMessages: number;
  readonly awarenessVision: number;
  readonly awarenessRepository: number;
  readonly awarenessInstitutes: number;
  readonly awarenessMandate: number;
  readonly awarenessVisits: number;
  readonly peersVisits: number;
  readonly peersCohorts: number;
  readonly peersInterDistrict: number;
  readonly entryCompliance: number;
  readonly entryDecision: number;
  readonly entryFounded: number;
  readonly tryingIntercept: number;
  readonly tryingSupport: number;
  readonly tryingCoaching: number;
  readonly tryingVision: number;
  readonly tryingRisk: number;
  readonly tryingNorms: number;
  readonly tryingConfidence: number;
  readonly tryingAutonomy: number;
  readonly depthPractice: number;
  readonly depthSupport: number;
  readonly depthPeers: number;
  readonly depthPrescription: number;
  readonly depthInstitutes: number;
  readonly depthRepository: number;
  readonly depthVisits: number;
  readonly depthTeams: number;
  readonly depthChoice: number;
  readonly depthDesign: number;
  readonly owningRate: number;
  readonly owningChoice: number;
  readonly owningPrescription: number;
  readonly lapsingIntercept: number;
  readonly lapsingComplexity: number;
  readonly lapsingSupport: number;
  readonly lapsingTrying: number;
  readonly lapsingCoaching: number;
  readonly lapsingConfidence: number;
  readonly lapsingWithdrawal: number;
  readonly lapsingRisk: number;
  readonly lapsingPrescription: number;
  readonly lapsingCompliant: number;
  readonly lapsingJoint: number;
  readonly supportBase: number;
  readonly riskReference: number;
  readonly visionReference: number;
}

/** Reads the climate's numbers from a world. */
export function climateConstants(world: World): ClimateConstants {
  const p = (name: string): number => world[name]!;
  const start = p("direction.start");
  return {
    practiceVisibility: p("practice.visibility"),
    awarenessMessages: p("awareness.messages"),
    awarenessVision: p("awareness.vision"),
    awarenessRepository: p("awareness.repository"),
    awarenessInstitutes: p("awareness.institutes"),
    awarenessMandate: p("awareness.mandate"),
    awarenessVisits: p("awareness.visits"),
    peersVisits: p("peers.visits"),
    peersCohorts: p("peers.cohorts"),
    peersInterDistrict: p("peers.interDistrict"),
    entryCompliance: p("entry.compliance"),
    entryDecision: p("entry.decision"),
    entryFounded: p("entry.founded"),
    tryingIntercept: p("trying.intercept") + p("trying.appeal") * p("practice.appeal"),
    tryingSupport: p("trying.support"),
    tryingCoaching: p("trying.coaching"),
    tryingVision: p("trying.vision"),
    tryingRisk: p("trying.risk"),
    tryingNorms: p("trying.norms"),
    tryingConfidence: p("trying.confidence"),
    tryingAutonomy: p("trying.autonomy"),
    depthPractice: p("depth.practice"),
    depthSupport: p("depth.support"),
    depthPeers: p("depth.peers"),
    depthPrescription: p("depth.prescription"),
    depthInstitutes: p("depth.institutes"),
    depthRepository: p("depth.repository"),
    depthVisits: p("depth.visits"),
    depthTeams: p("depth.teams"),
    depthChoice: p("depth.choice"),
    depthDesign: p("depth.design"),
    owningRate: p("owning.rate"),
    owningChoice: p("owning.choice"),
    owningPrescription: p("owning.prescription"),
    lapsingIntercept: p("lapsing.intercept"),
    lapsingComplexity: p("lapsing.complexity"),
    lapsingSupport: p("lapsing.support"),
    lapsingTrying: p("lapsing.trying"),
    lapsingCoaching: p("lapsing.coaching"),
    lapsingConfidence: p("lapsing.confidence"),
    lapsingWithdrawal: p("lapsing.withdrawal"),
    lapsingRisk: p("lapsing.risk"),
    lapsingPrescription: p("lapsing.prescription"),
    lapsingCompliant: p("lapsing.compliant"),
    lapsingJoint: p("lapsing.joint"),
    supportBase: p("support.base"),
    riskReference:
      p("risk.pressure") *
      ((1 - start) / 2 +
        p("risk.conflict") * (p("direction.startSd") + Math.abs(start - (2 * principalReference(world) - 1)) / 2)),
    visionReference: p("office.vision") * start,
  };
}
