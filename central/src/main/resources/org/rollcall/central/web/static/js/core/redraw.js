// One drawing a frame, whatever happened since the last; fewer when drawing takes long, so that the page stays usable.
const longestGapMs = 100;
const share = 3;

let draw = () => {};
let asked = false;
let ended = 0;
let took = 0;

export function onDraw(drawing) {
  draw = drawing;
}

export function redraw() {
  if (asked) {
    return;
  }
  asked = true;
  const gap = Math.min(longestGapMs, share * took) - (performance.now() - ended);
  if (gap > 16) {
    setTimeout(() => requestAnimationFrame(now), gap);
  } else {
    requestAnimationFrame(now);
  }
}

function now() {
  asked = false;
  const began = performance.now();
  draw();
  ended = performance.now();
  took = ended - began;
}
