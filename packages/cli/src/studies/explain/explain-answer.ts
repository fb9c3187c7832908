import { monthName, type Scenario } from "@uptake/model";
import type { Story } from "@uptake/study/explain";
import { integer, text } from "../../tables/columns.ts";
import type { AnswerTable } from "../../tables/table.ts";
import { describeBeliefs } from "../../words/describe-beliefs.ts";
import { describeStory, storyTitle } from "../../words/describe-story.ts";
import type { StudyAnswer } from "../study-kind.ts";

/** Writes how stories begin, what happened and how they end, one event a row. */
function eventsTable(stories: readonly Story[], { horizon }: Scenario): AnswerTable {
  return {
    name: "events",
    doc: "What happened in one run, month by month: an example, not a finding.",
    columns: [
      text("story", "who it happened to"),
      integer("teacher", "–", "number of the teacher; empty in a school’s story"),
      text("school", "id of the school"),
      integer("month", "months", "index at which it is seen, 0 at the start"),
      text("date", "the same as a month of a year"),
      text("kind", "kind of event; opening and ending say how things stood"),
      text("sentence", "what happened"),
    ],
    rows: stories.flatMap((story) =>
      [
        { month: 0, kind: "opening", sentence: story.opening },
        ...story.events,
        { month: horizon, kind: "ending", sentence: story.ending },
      ].map(({ month, kind, sentence }) => [
        storyTitle(story),
        story.teacher,
        story.school.id,
        month,
        monthName(month),
        kind,
        sentence,
      ]),
    ),
  };
}

/** Turns stories of one run into what is told of it. */
export function answerExplain(stories: readonly Story[], scenario: Scenario, checksum: string): StudyAnswer {
  const beliefs = describeBeliefs(scenario.parameters);
  const told = [...stories.map(describeStory), ...(beliefs.length > 0 ? [`${beliefs.join("\n")}\n`] : [])];
  return {
    sentence: stories.map((story) => `${storyTitle(story)}: ${story.opening} At the end: ${story.ending}`).join(" "),
    notes: ["One run of many: an example, not a finding."],
    figures: [],
    tables: [eventsTable(stories, scenario)],
    text: told.join("\n"),
    data: { stories, beliefs },
    checksums: [checksum],
  };
}
