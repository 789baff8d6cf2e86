/** What pdf.js asks a browser for while it loads, and uses for drawing only: nothing is drawn here. */
const browser = globalThis as Record<string, unknown>;
function nothing() {}
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) browser[name] ??= nothing;
