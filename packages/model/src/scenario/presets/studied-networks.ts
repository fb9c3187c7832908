import type { Strategy } from "./strategy.ts";
import { bigPicture } from "./studied-networks/big-picture.ts";
import { bigPictureSubset } from "./studied-networks/big-picture-subset.ts";
import { internationals } from "./studied-networks/internationals.ts";
import { newTech } from "./studied-networks/new-tech.ts";

/** Lists the three networks that the brief studies, each as a preset. */
export const studiedNetworks: readonly Strategy[] = [bigPicture, bigPictureSubset, internationals, newTech];
