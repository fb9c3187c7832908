/** Stands for a WebAssembly whose programs open and whose memory does not grow. */
export const noMemory = {
  Module: WebAssembly.Module,
  Instance: class {
    exports = {
      memory: {
        buffer: new ArrayBuffer(8),
        grow: () => {
          throw new RangeError("no memory");
        },
      },
      __heap_base: { value: 0 },
    };
  },
};
