// One drawing a frame, whatever happened since the last.
let draw = () => {};
let asked = false;

export function onDraw(drawing) {
  draw = drawing;
}

export function redraw() {
  if (asked) {
    return;
  }
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    draw();
  });
}
