/**
 * What a streamed reply has cost, as the server reports it: with the last event, or in one of its own behind that, for which
 * nobody should have to wait long. Servers that report nothing are estimated by whoever counts (`models/budget.ts`).
 */
import { z } from "zod";

const Usage = z.object({ usage: z.object({ total_tokens: z.int().positive() }) });
const End = z.object({ choices: z.tuple([z.object({ finish_reason: z.string().min(1) })]).rest(z.unknown()) });

/** How long the report is waited for once the reply has ended: it comes at once, or with some servers never. */
const REPORT_WAIT_MS = 500;

/**
 * Passes events on. When the reader leaves after the last one of the reply, it looks a little further for the report.
 * @param onUsage called at most once, with all tokens.
 */
export async function* watchUsage(events: AsyncIterable<unknown>, onUsage: (tokens: number) => void): AsyncGenerator {
  const iterator = events[Symbol.asyncIterator]();
  const seen: { tokens: number | undefined; hasEnded: boolean } = { tokens: undefined, hasEnded: false };
  const next = async () => {
    const result = await iterator.next();
    if (result.done) return result;
    seen.tokens = Usage.safeParse(result.value).data?.usage.total_tokens ?? seen.tokens;
    seen.hasEnded ||= End.safeParse(result.value).success;
    return result;
  };
  const findReport = async () => {
    for (let result = await next(); !result.done && seen.tokens === undefined; result = await next());
    await iterator.return?.();
  };
  try {
    for (let result = await next(); !result.done; result = await next()) yield result.value;
  } finally {
    if (seen.hasEnded && seen.tokens === undefined) await withinLimit(findReport());
    else await iterator.return?.();
    if (seen.tokens !== undefined) onUsage(seen.tokens);
  }
}

/** Waits for `work`, but not for ever, and not for its failure. Closing the connection ends what is left of it. */
async function withinLimit(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, REPORT_WAIT_MS);
  });
  await Promise.race([work.catch(() => undefined), limit]);
  clearTimeout(timer);
}
