// TypeDoc reads sources by the compiler's API, which TypeScript 7 does not have: it gets the last version that has it.
module.exports = {
  hooks: {
    readPackage(manifest) {
      if (manifest.name !== "typedoc") return manifest;
      const { typescript: _, ...peerDependencies } = manifest.peerDependencies;
      return { ...manifest, peerDependencies, dependencies: { ...manifest.dependencies, typescript: "6.0.3" } };
    },
  },
};
