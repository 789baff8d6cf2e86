/** Forgets what people wrote once its time is over, and uploads that nobody published: at the start, then every few hours. */
import type { PrivacyStore } from "../core/audience-ports.js";
import type { UploadStore } from "../core/intake-ports.js";
import type { Log } from "../core/ports.js";
import { describeError } from "./api-errors.js";
import { UPLOAD_DAYS } from "./upload-state.js";

const DAY_MS = 86_400_000;
const EVERY_MS = 6 * 3_600_000;

/** Begins at once. @returns the function that ends it. */
export function keepRetention(
  { privacy, uploads, log }: { privacy: Pick<PrivacyStore, "purge">; uploads: Pick<UploadStore, "purge">; log: Log },
  days: number,
): () => void {
  const purge = () => {
    try {
      uploads.purge(Date.now() - UPLOAD_DAYS * DAY_MS);
      const texts = privacy.purge(Date.now() - days * DAY_MS);
      if (texts > 0) log.info({ texts, days }, "forgot what people wrote before");
    } catch (error) {
      log.error(describeError(error), "old texts could not be forgotten; trying again later");
    }
  };
  purge();
  const timer = setInterval(purge, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
