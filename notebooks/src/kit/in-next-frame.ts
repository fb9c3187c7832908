/** Makes a function that has something drawn in the browser's next frame, once however often it is asked for until then. */
export function inNextFrame(draw: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };
}
