import { type District, rosterFields, rosterFormats } from "@uptake/model";
import type { FileInput, RosterFileRead } from "@uptake/study/questions";
import { element } from "../../kit/element.js";
import { menu } from "../../kit/menu.js";
import { tableElement } from "../../kit/table.js";
import { simulation } from "../../service/simulation.js";
import { dataWords } from "../../words/data.js";
import { faultList } from "./faults.js";

const { roster: say } = dataWords;

/** Most lines of notes, doubts and dropped rows in sight. */
const mostLines = 12;

/** Holds the part that reads a roster; `show` puts one there, as it was first read. */
export interface RosterPart {
  readonly root: HTMLElement;
  show(file: Pick<FileInput, "name" | "bytes">, read: RosterFileRead): void;
}

/** Makes the part in which a roster is mapped and checked, and its district taken. */
export function useRoster(onDistrict: (district: District) => string): RosterPart {
  const place = element("div", {}, element("p", { class: "caption" }, say.none));
  return {
    root: place,
    show: (file, read) => place.replaceChildren(opened(file, read, onDistrict)),
  };
}

/** Makes what maps one roster. The columns stay where they are while they are chosen; what they come to is read anew. */
function opened(
  file: Pick<FileInput, "name" | "bytes">,
  first: RosterFileRead,
  onDistrict: (district: District) => string,
): HTMLElement {
  const columns: Record<string, string> = {};
  const result = element("div", { role: "status" });
  let format = first.format;
  let district: string | undefined;
  let turn = 0;

  const readAgain = async (): Promise<void> => {
    const mine = ++turn;
    const how = { format, columns: { ...columns }, as: "roster" as const, ...(district ? { district } : {}) };
    const read = await simulation().ask("readFile", { ...file, ...how });
    if (mine === turn && read.kind === "roster") draw(read);
  };
  const formats = menu({
    name: "roster-format",
    label: say.format,
    choices: Object.entries(rosterFormats).map(([name, { files }]) => ({ name, title: say.formats(name, files) })),
    onChoose(name) {
      format = name;
      district = undefined;
      void readAgain();
    },
  });
  formats.set(format, "");
  const mapping = element(
    "details",
    { open: first.issues.some(({ code }) => code === "missing-column") },
    element("summary", {}, say.columns),
    element(
      "div",
      { class: "columns" },
      ...Object.values(rosterFields).map(({ name, doc }) => {
        const column = menu({
          name: `column-${name}`,
          label: name,
          choices: [{ name: "", title: say.asFormat }, ...first.header.map((each) => ({ name: each, title: each }))],
          onChoose(header) {
            if (header === "") delete columns[name];
            else columns[name] = header;
            void readAgain();
          },
        });
        column.set("", doc);
        return column.root;
      }),
    ),
  );
  const draw = (read: RosterFileRead): void => result.replaceChildren(...told(read));
  const told = (read: RosterFileRead): HTMLElement[] => {
    if (read.issues.length > 0) return [faultList(read.issues)];
    const choice = read.districts.length > 1 || district !== undefined ? [districtMenu(read)] : [];
    return [...choice, ...accountOf(read), ...(read.district ? [taking(read.district, file.name, onDistrict)] : [])];
  };
  let all = first.districts;
  const districtMenu = ({ districts }: RosterFileRead): HTMLElement => {
    if (districts.length > 1) all = districts;
    const made = menu({
      name: "roster-district",
      label: say.district,
      choices: [
        { name: "", title: say.choose(all.length) },
        ...all.map(({ id, name }) => ({ name: id, title: name === id ? name : `${name} (${id})` })),
      ],
      onChoose(id) {
        district = id === "" ? undefined : id;
        void readAgain();
      },
    });
    made.set(district ?? "", "");
    return made.root;
  };
  draw(first);
  return element("div", {}, formats.root, mapping, result);
}

/** Tells what was read, what was estimated, left out and doubted, a line each. */
function accountOf({ districts, district, rows, notes, warnings }: RosterFileRead): HTMLElement[] {
  const [first] = districts;
  const { rowsRead = 0, districtRows = 0, kept = 0, dropped = [] } = rows ?? {};
  const lines = [
    ...warnings.map(say.warning),
    ...dropped.map(({ line, school, reason }) => say.dropped(line, school, reason)),
    ...notes.map(say.note),
  ];
  const more = lines.length > mostLines ? [say.more(lines.length - mostLines)] : [];
  const { name = "", schools = 0, teachers = 0, students = 0, lowIncomeShare = 0 } = first ?? {};
  return [
    ...(district ? [element("p", {}, say.schools(name, schools, teachers, students, lowIncomeShare))] : []),
    element("p", { class: "caption" }, say.rows(rowsRead, districtRows, kept, dropped.length)),
    element(
      "ul",
      { class: "lines" },
      ...[...lines.slice(0, mostLines), ...more].map((line) => element("li", {}, line)),
    ),
  ];
}

/** Makes what gives a district its name and takes it, with its schools to look at. */
function taking(district: District, file: string, onDistrict: (district: District) => string): HTMLElement {
  const unnamed = district.id === "roster";
  const name: HTMLInputElement = element("input", {
    type: "text",
    class: "field",
    maxlength: 200,
    "aria-label": say.name,
    value: unnamed ? file.replace(/\.\w+$/, "") : district.name,
  });
  const said = element("p", { class: "caption" });
  const take = (): void => {
    said.textContent = onDistrict({ ...district, name: name.value.trim() || district.name });
  };
  const rows = district.schools.map((each) => [
    each.name,
    each.level,
    each.enrolment,
    each.teachers,
    each.lowIncomeShare,
  ]);
  return element(
    "div",
    {},
    element(
      "details",
      {},
      element("summary", {}, say.table),
      tableElement({ columns: say.tableColumns, rows }, say.table, say.rowsLeft),
    ),
    element(
      "div",
      { class: "shelf-row" },
      name,
      element("button", { type: "button", class: "choice", click: take }, say.use),
    ),
    said,
  );
}
