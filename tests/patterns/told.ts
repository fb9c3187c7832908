/** Says what is known of what a network, district or school came to, and what nobody has told, in our own words. */
export interface Told {
  readonly known: string;
  readonly unknown: string;
  /** Documents and evidence it rests on. */
  readonly source: string;
  /** Why fewer than half of the teachers of a school founded round the practice may use it, where that comes out. */
  readonly reason?: string;
}

const nobody = "What share of the teachers of its schools practise it, in any year, was found nowhere";

/** Holds what is told of each network, district and school that has a preset. */
export const told: Readonly<Record<string, Told>> = {
  "big-picture": {
    known:
      "About 65 schools in 26 states keep to it, two or three a state; ten features belong to every one of them. Of the members of another network of whole schools 18% left in a year, of a cohort in its first year 25%",
    unknown: `${nobody}; nor how many schools a year began or left`,
    source: "001_bc2cf986178209c4.txt, 002_a98bc5a78f9d629c.txt, U46",
  },
  internationals: {
    known: "It has 27 schools, all for secondary students who have just arrived",
    unknown: `${nobody}; nor whether any other school took it up`,
    source: "001_bc2cf986178209c4.txt, 004_9b36c225018af036.txt",
  },
  "new-tech": {
    known:
      "It supports over 200 schools in 25 states. In one district of 94 campuses 2, 6, 8 and 9 were members in four years",
    unknown: nobody,
    source: "001_bc2cf986178209c4.txt, V15",
  },
  "asia-society": {
    known: "It has public schools, mostly of disadvantaged students in cities",
    unknown: `${nobody}; nor how many schools it has`,
    source: "004_9b36c225018af036.txt",
  },
  "linked-learning": {
    known: "It has worked on high schools since 2006; in one district twelve pathways stand in five of them",
    unknown: `${nobody}; nor how many schools take part, and in which years they began`,
    source: "004_9b36c225018af036.txt",
  },
  edvisions: {
    known: "Its schools are led by their teachers, who are advisers all day",
    unknown: `${nobody}; nor how many schools it has`,
    source: "004_9b36c225018af036.txt",
  },
  envision: {
    known: "It has run small schools since 2002, two of which are named",
    unknown: `${nobody}; nor how many schools it has`,
    source: "004_9b36c225018af036.txt",
  },
  "expeditionary-learning": {
    known: "It works in new and existing schools of every kind and grade",
    unknown: `${nobody}; nor how many schools it has, and how many of them it founded`,
    source: "004_9b36c225018af036.txt",
  },
  "high-tech-high": {
    known:
      "It began in 2000 as one high school and has become a network for all grades, which certifies its own teachers",
    unknown: `${nobody}; nor how many schools it has`,
    source: "004_9b36c225018af036.txt",
  },
  "new-visions": {
    known: "It has created 133 schools since 1993; 63 schools had its support in 2007, later 76",
    unknown: nobody,
    source: "004_9b36c225018af036.txt",
  },
  "mc2-stem": {
    known: "It is one high school on three campuses, where students go on by mastery",
    unknown: `${nobody.replace("its schools", "its campuses")}`,
    source: "004_9b36c225018af036.txt",
  },
  "porterville-linked-learning": {
    known: "One high school came first; twelve pathways in five high schools followed, open to every student",
    unknown: `${nobody}; nor in which years they began, and what share of students is in a pathway`,
    source: "004_9b36c225018af036.txt",
  },
  "napa-one-to-all": {
    known: "In two decades it went from one school to every school of the district, with a number of challenges",
    unknown: `${nobody}; nor when each school came`,
    source: "004_9b36c225018af036.txt",
  },
};
