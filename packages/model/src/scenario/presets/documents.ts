/** Names the files of the five founding documents, from which the presets are read. */
export const documents = {
  /** Research brief on how three networks spread deeper learning (Learning Policy Institute). */
  brief: "000_0fe0482461563678.txt",
  /** Announcement of that study, with a portrait of each network. */
  release: "001_bc2cf986178209c4.txt",
  /** Page on the case study of Big Picture Learning. */
  bigPicture: "002_a98bc5a78f9d629c.txt",
  /** Post on six lessons from ten partnerships that scaled deeper learning in districts. */
  lessons: "003_5dce9c8356c843da.txt",
  /** Page on schools, districts and ten networks that practise deeper learning. */
  map: "004_9b36c225018af036.txt",
} as const;

/** Names the file of a founding document. */
export type FoundingDocument = (typeof documents)[keyof typeof documents];
