/**
 * Writing that survives a power cut: a file is on the disk before its name counts, and a name is on the disk before
 * anybody builds on it. Whoever promises "the old one or the new one, whole" relies on this.
 */
import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Forces a file's contents to the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Forces the names in a folder to the disk. Systems that cannot do that for folders (Windows) are left alone. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Writes a new file whole and forces it to the disk. */
export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts new contents in place of a file's: whoever reads it sees the old ones or the new ones, never a part. */
export async function replaceFile(path: string, data: string | Uint8Array): Promise<void> {
  const beside = nameBeside(path);
  try {
    await writeDurably(beside, data);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/**
 * The same for small files, where others must not come in between.
 * @param check is given the new file before it counts; when it throws, the old one stays.
 */
export function replaceFileSync(path: string, data: string, check: (beside: string) => void = () => {}): void {
  const beside = nameBeside(path);
  try {
    writeFileSync(beside, data, { flush: true });
    check(beside);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  if (process.platform === "win32") return;
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Another one for each write, since two may be under way; hidden, so that nobody reads it. */
function nameBeside(path: string): string {
  return join(dirname(path), `.new-${randomBytes(6).toString("hex")}`);
}
