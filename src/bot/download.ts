/**
 * Files that people sent, from Telegram's servers. The address holds the token, so neither it nor an error that may hold it
 * leaves this file. It tries a few times; what is larger than it said is given up.
 */
import { setTimeout as pause } from "node:timers/promises";

/** What Telegram lets bots download. */
export const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

const PAUSES_MS = [300, 1500];
const TIMEOUT_MS = 60_000;

/** Where from, and until when. */
export interface DownloadOptions {
  token: string;
  /** Default https://api.telegram.org */
  apiRoot?: string;
  /** Aborting it ends downloads under way. */
  halt: AbortSignal;
}

/** Fetches the file of this `file_path`; undefined when it cannot be had. @throws when `halt` is aborted. */
export type Download = (filePath: string) => Promise<Uint8Array | undefined>;

/** Makes the way to download; nothing is fetched yet. */
export function createDownload({ token, apiRoot = "https://api.telegram.org", halt }: DownloadOptions): Download {
  const folder = `${apiRoot.replace(/\/+$/, "")}/file/bot${token}/`;

  async function attempt(filePath: string): Promise<Uint8Array | undefined> {
    try {
      const signal = AbortSignal.any([halt, AbortSignal.timeout(TIMEOUT_MS)]);
      const path = filePath.split("/").map(encodeURIComponent).join("/");
      const response = await fetch(`${folder}${path}`, { signal, redirect: "error" });
      if (!response.ok || !response.body) {
        await response.body?.cancel();
        return undefined;
      }
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of response.body as AsyncIterable<Uint8Array>) {
        size += piece.length;
        if (size > MAX_DOWNLOAD_BYTES) return undefined;
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    } catch {
      return undefined;
    }
  }

  return async (filePath) => {
    for (const waitMs of [...PAUSES_MS, undefined]) {
      const bytes = await attempt(filePath);
      halt.throwIfAborted();
      if (bytes || waitMs === undefined) return bytes;
      await pause(waitMs, undefined, { signal: halt });
    }
    return undefined;
  };
}
