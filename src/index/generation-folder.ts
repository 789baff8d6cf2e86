/**
 * The folder of generations: which one serves, where a new one is built, what may be thrown away.
 *
 *   DATA_DIR/generations/
 *     CURRENT                     the id that serves, and in a second line the one before
 *     20261123T205227-1a2b3c4d/   a generation: manifest.json, bm25.bin, hnsw.bin; never changed
 *     .building-…/                one that is being made; touched every now and then while its builder lives
 */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../core/errors.js";
import { replaceFile, syncFolder } from "../files/durable.js";

const ID = /^\d{8}T\d{6}-[0-9a-f]{8}$/;
const TOUCH_EVERY_MS = 30_000;

/** Without a sign of life for so long, what somebody began to build belongs to nobody. */
export const LEFTOVER_AGE_MS = 10 * 60_000;

/** What `CURRENT` says. */
export interface Serving {
  id: string;
  previous?: string;
}

/** A place for a generation that is being made. */
export interface BuildSite {
  id: string;
  path: string;
  /** Puts the finished folder under its name. */
  putInPlace(): Promise<void>;
  /** Ends the signs of life and removes what is left. Safe to call at any time, also twice. */
  close(): Promise<void>;
}

/** The folder, created when a build begins. */
export interface GenerationFolder {
  pathOf(id: string): string;
  /** Undefined when nothing was ever published. @throws AppError INDEX_INVALID when `CURRENT` names no generation. */
  readServing(): Promise<Serving | undefined>;
  beginBuild(): Promise<BuildSite>;
  /** Lets a generation in place serve from now on. Returns what served before. */
  serve(id: string): Promise<Serving | undefined>;
  /** Throws away what nobody needs: the generation before the former one, and what was begun and left behind. */
  removeLeftovers(former: Serving | undefined): Promise<void>;
}

/** @param root `DATA_DIR/generations` */
export function createGenerationFolder(root: string, leftoverAgeMs = LEFTOVER_AGE_MS): GenerationFolder {
  const current = join(root, "CURRENT");
  const pathOf = (id: string) => join(root, id);

  async function readServing(): Promise<Serving | undefined> {
    const text = await readFile(current, "utf8").catch((cause: unknown) => {
      if (isMissing(cause)) return undefined;
      throw new AppError("INDEX_INVALID", { message: `${current}: cannot be read; check its permissions`, cause });
    });
    if (text === undefined) return undefined;
    const [id = "", previous = ""] = text.split("\n");
    if (!ID.test(id)) throw new AppError("INDEX_INVALID", { message: `${current}: names no generation; index anew` });
    return ID.test(previous) ? { id, previous } : { id };
  }

  async function beginBuild(): Promise<BuildSite> {
    await mkdir(root, { recursive: true });
    const time = new Date().toISOString().replaceAll(/[-:]|\..*/g, "");
    const id = `${time}-${randomBytes(4).toString("hex")}`;
    const path = join(root, `.building-${id}`);
    await mkdir(path);
    const touching = setInterval(() => {
      const now = new Date();
      // A site that is gone shows when its files are put in place.
      utimes(path, now, now).catch(() => {});
    }, TOUCH_EVERY_MS);
    touching.unref();
    return {
      id,
      path,
      async putInPlace() {
        await syncFolder(path);
        await rename(path, pathOf(id));
      },
      async close() {
        clearInterval(touching);
        await rm(path, { recursive: true, force: true });
      },
    };
  }

  async function serve(id: string): Promise<Serving | undefined> {
    const former = await readServing().catch(() => undefined);
    await syncFolder(root); // the folder's name is on the disk before anything names it
    await replaceFile(current, former ? `${id}\n${former.id}\n` : `${id}\n`);
    return former;
  }

  async function removeLeftovers(former: Serving | undefined): Promise<void> {
    const serving = await readServing();
    for (const name of await readdir(root)) {
      const isOurs = ID.test(name) || name.startsWith(".building-") || name.startsWith(".new-");
      if (!isOurs || name === serving?.id || name === serving?.previous) continue;
      // One that another process has just put in place is not named yet: its age keeps it.
      if (name === former?.previous || (await isLeftOver(pathOf(name)))) {
        await rm(pathOf(name), { recursive: true, force: true });
      }
    }
  }

  async function isLeftOver(path: string): Promise<boolean> {
    const found = await stat(path).catch(() => undefined);
    return found !== undefined && Date.now() - found.mtimeMs > leftoverAgeMs;
  }

  return { pathOf, readServing, beginBuild, serve, removeLeftovers };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
