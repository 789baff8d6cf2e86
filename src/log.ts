/** Structured log lines on stderr, so that stdout holds answers only. Secrets are taken out of every line. */
import { pino } from "pino";
import type { Log } from "./core/ports.js";

/**
 * A log.
 * @param level least important level that is written; `silent` for none.
 * @param secrets strings that must never appear, whatever is logged.
 */
export function createLog(level: string, secrets: readonly string[] = []): Log {
  const destination = {
    write(line: string) {
      process.stderr.write(secrets.reduce((text, secret) => text.replaceAll(secret, "[secret]"), line));
    },
  };
  return pino({ level, base: null, serializers: { error: pino.stdSerializers.err } }, destination);
}
