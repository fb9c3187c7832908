import { scenarioFileShape } from "@uptake/model/validate";
import { studyVersion } from "@uptake/study/files";
import { z } from "zod";
import type { StudyKind } from "./study-kind.ts";

/** Holds what is needed of a schema's inside. */
interface Definition {
  readonly type: string;
  readonly in?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
}

/** Lists the groups of fields that a schema takes: more than one where it is a union. */
function shapesOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>>[] {
  const { type, in: taken, innerType, options = [], shape } = schema.def as unknown as Definition;
  if (type === "union") return options.flatMap(shapesOf);
  const inner = taken ?? innerType;
  if (inner) return shapesOf(inner);
  return [shape ?? {}];
}

/** Lists the fields of the file of a kind beside the common ones. */
export function fieldsOf(kind: StudyKind): string[] {
  return [...new Set(shapesOf(kind.schema).flatMap((shape) => Object.keys(shape)))];
}

/** Fields that a study of any kind may have, beside its kind and its scenario. */
export const commonFields: {
  readonly version: z.ZodOptional<z.ZodLiteral<typeof studyVersion>>;
  readonly name: z.ZodOptional<z.ZodString>;
  readonly seed: z.ZodOptional<z.ZodString>;
} = {
  version: z
    .literal(studyVersion)
    .optional()
    .describe("Version of the study format; files of older versions are upgraded when they are read"),
  name: z.string().min(1).max(200).optional().describe("Name of the study, shown in results; default: the kind"),
  seed: z.string().min(1).max(200).optional().describe("Text that every random draw follows from; default uptake"),
};

const fileName = z.string().max(1000);

/** Lets fields hold the name of a table in the place of what it holds. */
function orTable(shape: Readonly<Record<string, z.ZodType>>, fields: readonly string[]): Record<string, z.ZodType> {
  const table = fileName.describe("Name of a file, CSV or Parquet, relative to the study file");
  const either = (schema: z.ZodType): z.ZodType => {
    const or = z.union([schema, table]).describe(schema.description ?? "");
    return schema.safeParse(undefined).success ? or.optional() : or;
  };
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, fields.includes(name) ? either(schema) : schema]),
  );
}

/** Describes what the file of a kind holds. */
function fileOf(kind: StudyKind, scenario: z.ZodType): z.ZodType[] {
  return shapesOf(kind.schema).map((shape) =>
    z
      .strictObject({
        version: commonFields.version,
        kind: z.literal(kind.kind).describe(kind.doc),
        name: commonFields.name,
        seed: commonFields.seed,
        scenario: scenario.optional(),
        ...orTable(shape, Object.keys(kind.files ?? {})),
      })
      .describe(kind.doc),
  );
}

/** Returns the format of study files as one JSON Schema (draft 2020-12), for editors: `kind` says which fields there are. */
export function studySchema(kinds: readonly StudyKind[]): Record<string, unknown> {
  const file = fileName.describe("Name of a scenario file, relative to the study file");
  const description = "What is tried, where, and what is asked of it";
  const scenario = z.union([scenarioFileShape(), file]).meta({ id: "scenario", description });
  const all = z
    .union(kinds.flatMap((kind) => fileOf(kind, scenario)) as [z.ZodType])
    .describe("A study of Uptake: a question, and how it is to be answered");
  return { title: "Uptake study", ...z.toJSONSchema(all, { target: "draft-2020-12", io: "input" }) };
}
