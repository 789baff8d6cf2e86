/**
 * Runs the suite and prints what came of it: `npm run -s eval:adversarial [-- --json] [-- --show-held]`. A third of the
 * cases is held back: counted by itself, and listed only on demand, so that the check is not fitted to it.
 */
import { isFault, isSlow, type Outcome, runSuite } from "./run.js";
import { countGroup, describeOutcome, faultRate, type GroupCount } from "./summary.js";

const flags = new Set(process.argv.slice(2));
const started = performance.now();
const outcomes = await runSuite();
const seconds = Math.round((performance.now() - started) / 1000);

const pick = (isLie: boolean, held: boolean) => outcomes.filter((one) => one.isLie === isLie && one.held === held);
const groups = {
  openLies: countGroup(pick(true, false)),
  openTruths: countGroup(pick(false, false)),
  heldLies: countGroup(pick(true, true)),
  heldTruths: countGroup(pick(false, true)),
};
const listed = outcomes.filter((one) => flags.has("--show-held") || !one.held);
const failures = listed.filter((one) => isFault(one) || isSlow(one) || one.verdict === "not shown");

if (flags.has("--json"))
  console.log(JSON.stringify({ seconds, slow: outcomes.filter(isSlow).length, ...groups, failures }, null, 2));
else console.log(renderReport(failures));

function renderReport(failures: readonly Outcome[]): string {
  return [
    ...table("lies", "through", groups.openLies, groups.heldLies),
    ...table("truths", "dropped", groups.openTruths, groups.heldTruths),
    `${seconds} s; slow: ${outcomes.filter(isSlow).length}`,
    ...failures.map(describeOutcome),
  ].join("\n");
}

function table(name: string, fault: string, open: GroupCount, held: GroupCount): string[] {
  const kinds = Array.from(new Set([...open.kinds, ...held.kinds].map(({ kind }) => kind)));
  const count = (group: GroupCount, kind: string) => {
    const { cases = 0, faults = 0 } = group.kinds.find((one) => one.kind === kind) ?? {};
    return `${faults}/${cases}`.padStart(9);
  };
  const total = (group: GroupCount) => `${group.faults}/${group.cases} (${(faultRate(group) * 100).toFixed(1)} %)`;
  return [
    `${name} ${fault}: ${total(open)} open, ${total(held)} held; not shown: ${open.notShown + held.notShown}`,
    ...kinds.map((kind) => `  ${kind.padEnd(16)} ${count(open, kind)} ${count(held, kind)}`),
    "",
  ];
}
