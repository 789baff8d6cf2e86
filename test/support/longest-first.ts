/**
 * The order of the test files: the longest begin first, so that at the end no core waits for one that began late. A fresh
 * clone has no times of its own, so the longest are listed here (seconds on two slow cores); all others begin after them, large ones first.
 * To list anew: `npx vitest run --reporter=json --outputFile=times.json`.
 */
import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const SECONDS: Readonly<Record<string, number>> = {
  "test/ingest/hostile-files.test.ts": 60,
  "test/flow/cli.test.ts": 50,
  "test/ingest/killed-reindex.test.ts": 42,
  "test/adversarial/adversarial.test.ts": 35,
  "test/flow/rehearsal.test.ts": 30,
  "test/store/killed-restore.test.ts": 29,
  "test/bot/stop.test.ts": 27,
  "test/ingest/ingest.test.ts": 24,
  "src/ingest/duplicates.test.ts": 24,
  "test/bot/oversight.test.ts": 22,
  "test/bot/crash.test.ts": 22,
  "test/bot/backup.test.ts": 21,
  "test/hybrid/hybrid.test.ts": 18,
  "src/ingest/reading-thread.test.ts": 17,
  "test/bot/budget.test.ts": 15,
  "test/bot/shipped-facts.test.ts": 13,
  "test/index/killed-publish.test.ts": 12,
  "test/bot/upload.test.ts": 12,
  "src/bot/polling.test.ts": 11,
  "test/bot/conversation.test.ts": 11,
  "test/bot/program.test.ts": 10,
  "test/bot/soak.test.ts": 10,
  "src/bot/recovery.test.ts": 10,
  "src/index/generation.test.ts": 9,
  "test/report/page.test.ts": 9,
  "test/reindex/endpoint.test.ts": 9,
  "test/flow/model-answers.test.ts": 8,
  "src/reindex/watch.test.ts": 8,
  "test/bot/streaming.test.ts": 7,
  "src/models/openai/chat-time.test.ts": 7,
};

/** For `sequence.sequencer` of `vitest.config.ts`. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const secondsOf = ({ moduleId }: TestSpecification) => SECONDS[relative(this.ctx.config.root, moduleId)] ?? 0;
    const inOrder = super.sort.bind(this);
    return (await inOrder(files)).toSorted((one, other) => secondsOf(other) - secondsOf(one));
  }
}
