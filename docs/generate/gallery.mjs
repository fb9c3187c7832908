/** Shows charts by name, with the sentence that they say: once where charts that follow each other say the same. */
export function gallery({ charts }, names) {
  if (names.length === 0) throw new Error("a gallery names its charts");
  const shown = names.map((name) => {
    const chart = charts.find((one) => one.name === name);
    if (!chart) throw new Error(`no chart is called “${name}”`);
    return chart;
  });
  return shown
    .flatMap(({ name, path, sentence }, i) => [
      `![${name}](${path})`,
      ...(shown[i + 1]?.sentence === sentence ? [] : [`> ${sentence}`]),
    ])
    .join("\n\n");
}
