/**
 * Writing that survives a power cut: a file is on the disk before its name counts, and a name is on the disk before
 * anybody builds on it. Everything else in this folder relies on these three for "the old one or the new one, whole".
 */
import { randomBytes } from "node:crypto";
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
export async function replaceFile(path: string, data: string): Promise<void> {
  const beside = join(dirname(path), `.new-${randomBytes(6).toString("hex")}`);
  try {
    await writeDurably(beside, data);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}
