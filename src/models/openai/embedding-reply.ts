/**
 * Reads the reply of an embeddings endpoint and believes nothing of it: a vector in the wrong place, of another length
 * or with a hole would lie in the index for good and give wrong neighbours without any error.
 */
import { z } from "zod";
import { BadReplyError, WEB_PAGE } from "./failures.js";

const Reply = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.unknown() })) });

/**
 * Vectors in the order of the texts they were asked for (by `index`, not by place).
 * @param count how many texts were sent.
 * @throws BadReplyError unless there is exactly one vector for each text, all of one length, finite and not all zero.
 */
export function readEmbeddingReply(reply: unknown, count: number): number[][] {
  if (typeof reply === "string" && reply.trimStart().startsWith("<")) throw new BadReplyError(WEB_PAGE);
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) throw new BadReplyError("the reply is not that of an embeddings endpoint");
  const { data } = parsed.data;
  if (data.length !== count) throw new BadReplyError(`${data.length} vectors came for ${count} texts`);

  const vectors: number[][] = [];
  for (const { index, embedding } of data) {
    if (index < 0 || index >= count || vectors[index] !== undefined) {
      throw new BadReplyError(`the vectors are not numbered from 0 to ${count - 1}`);
    }
    vectors[index] = readVector(embedding);
  }
  checkDimensions(vectors);
  return vectors;
}

/** @throws BadReplyError when vectors differ in length. */
export function checkDimensions(vectors: readonly number[][]): void {
  const lengths = new Set(vectors.map((vector) => vector.length));
  if (lengths.size > 1)
    throw new BadReplyError(`vectors of different dimensions came: ${Array.from(lengths).join(", ")}`);
}

function readVector(embedding: unknown): number[] {
  if (typeof embedding === "string") {
    throw new BadReplyError(
      "a vector came as base64 although numbers were asked for; the server ignores encoding_format",
    );
  }
  if (!Array.isArray(embedding) || embedding.length === 0) throw new BadReplyError("a vector is missing or empty");
  const vector: number[] = [];
  let isZero = true;
  for (const value of embedding as unknown[]) {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      throw new BadReplyError("a vector holds something that is not a finite number");
    }
    if (value !== 0) isZero = false;
    vector.push(value);
  }
  if (isZero) throw new BadReplyError("a vector is all zero, which has no direction");
  return vector;
}
