/**
 * Files with a known size and SHA-256: how they are described when they are written, and how they are read so that no
 * byte of a wrong one is ever used. Works through a file in pieces, so that the thread it runs on stays free for others.
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { AppError } from "../core/errors.js";

const PIECE = 1 << 20;

/** What a file must be. */
export interface FileSeal {
  bytes: number;
  /** SHA-256, hex. */
  sha256: string;
}

/** Size and checksum of a file as it stands on the disk. */
export async function sealFile(path: string): Promise<FileSeal> {
  const hash = createHash("sha256");
  const piece = new Uint8Array(PIECE);
  const file = await open(path, "r");
  try {
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE, bytes);
      if (bytesRead === 0) return { bytes, sha256: hash.digest("hex") };
      hash.update(piece.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** @throws AppError INDEX_INVALID when it is missing or differs from its seal */
export async function checkFile(path: string, expected: FileSeal): Promise<void> {
  const found = await sealFile(path).catch((cause: unknown) => {
    throw invalid(path, "cannot be read", cause);
  });
  compare(path, found, expected);
}

/**
 * The bytes of a file, in a buffer of exactly its size.
 * @throws AppError INDEX_INVALID when it is missing or differs from its seal
 */
export async function readCheckedFile(path: string, expected: FileSeal): Promise<ArrayBuffer> {
  const hash = createHash("sha256");
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      if (size !== expected.bytes) throw invalid(path, `has ${size} bytes, not ${expected.bytes}`);
      const bytes = new Uint8Array(size);
      let read = 0;
      while (read < size) {
        const { bytesRead } = await file.read(bytes, read, Math.min(PIECE, size - read), read);
        if (bytesRead === 0) throw invalid(path, "was cut off while it was read");
        hash.update(bytes.subarray(read, read + bytesRead));
        read += bytesRead;
      }
      compare(path, { bytes: size, sha256: hash.digest("hex") }, expected);
      return bytes.buffer;
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : invalid(path, "cannot be read", cause);
  }
}

function compare(path: string, found: FileSeal, expected: FileSeal): void {
  if (found.bytes !== expected.bytes) throw invalid(path, `has ${found.bytes} bytes, not ${expected.bytes}`);
  if (found.sha256 !== expected.sha256) throw invalid(path, "has another checksum");
}

function invalid(path: string, why: string, cause?: unknown): AppError {
  return new AppError("INDEX_INVALID", { message: `index file (${path}): ${why}; build the index anew`, cause });
}
