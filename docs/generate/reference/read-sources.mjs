import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, LogLevel, ReflectionKind } from "typedoc";
import { ModuleRouter } from "typedoc-plugin-markdown";

const root = fileURLToPath(new URL("../../..", import.meta.url));
export const packages = ["@uptake/model", "@uptake/study", "@uptake/charts"];

/** Lists every sub-path of the packages, as in `@uptake/study/target`, with the source that it stands for. */
export function subPaths() {
  return packages.flatMap((name) => {
    const folder = join(root, "packages", name.replace("@uptake/", ""));
    const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return Object.entries(exports).map(([path, { default: built }]) => ({
      name: `${name}${path.slice(1)}`,
      source: join(folder, built.replace(/^\.\/dist\//, "src/").replace(/\.js$/, ".ts")),
    }));
  });
}

/** Gives each sub-path the page of its name, whatever its members are called. */
class SubPathRouter extends ModuleRouter {
  getIdealBaseName(reflection) {
    const name = super.getIdealBaseName(reflection);
    return reflection.kindOf(ReflectionKind.Module) ? name : `members/${name}`;
  }
}

/**
 * Reads the public names of `entries` with their docstrings, as TypeDoc's model of them: a module for each sub-path, in
 * their order. `faults` lists what TypeDoc finds: names and fields without a docstring, links that lead nowhere.
 */
export async function readSources(entries, { tsconfig = join(root, "docs/generate/reference/tsconfig.json") } = {}) {
  const app = await Application.bootstrapWithPlugins({
    ...{ tsconfig, entryPoints: entries.map(({ source }) => source), basePath: dirname(entries[0].source) },
    ...{ name: "The packages and their sub-paths", readme: "none", disableSources: true, skipErrorChecking: true },
    ...{
      sort: ["kind", "alphabetical"],
      sortEntryPoints: false,
      disableGit: true,
      excludeInternal: true,
      logLevel: "None",
    },
    validation: { notExported: false, invalidLink: true, rewrittenLink: true, notDocumented: true },
    packagesRequiringDocumentation: packages,
    requiredToBeDocumented: ["Variable", "Function", "Class", "Interface", "TypeAlias", "Method", "Accessor"],
    plugin: [createRequire(import.meta.url).resolve("typedoc-plugin-markdown")],
    // One page for a sub-path, its fields in tables.
    ...{ outputFileStrategy: "modules", excludeScopesInPaths: true, hideBreadcrumbs: true, hidePageHeader: true },
    ...{ parametersFormat: "table", propertiesFormat: "table", propertyMembersFormat: "table" },
    ...{ typeDeclarationFormat: "table", indexFormat: "table", expandObjects: true, useCodeBlocks: true },
    tableColumnSettings: { hideModifiers: true, hideInherited: true, hideOverrides: true },
    pageTitleTemplates: { index: "The packages and their sub-paths", module: ({ name }) => `\`${name}\`` },
  });
  app.renderer.defineRouter("sub-paths", SubPathRouter);
  app.options.setValue("router", "sub-paths");
  const faults = [];
  app.logger.log = (text, level) => void (level >= LogLevel.Warn && faults.push(text));
  const project = await app.convert();
  if (project === undefined) throw new Error(`TypeDoc cannot read the sources:\n${faults.join("\n")}`);
  for (const [i, { name }] of entries.entries()) project.children[i].name = name;
  for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter))
    if (parameter.name === "__namedParameters") parameter.name = "options";
  app.validate(project);
  return { app, project, faults, program: app.getEntryPoints()[0].program };
}
