/**
 * The program. Checks the Node version before anything else is loaded, since an older one would fail on some syntax or
 * some missing function with words that help nobody.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node ${process.versions.node} is too old: 20.19 or newer is needed, 24 is advised.\n`);
  process.exitCode = 1;
} else {
  const { run } = await import("./run.js");
  process.exitCode = await run();
}
