/**
 * Embeddings of an OpenAI-compatible endpoint, as a LangChain `Embeddings`: in batches, in order, each reply checked.
 * Two manners: documents are embedded patiently, waiting when the server asks for it; a question is given seconds, since
 * somebody waits and word search alone still answers. No cache here: ingest keeps vectors by content hash in the store.
 */
import { Embeddings } from "@langchain/core/embeddings";
import type OpenAI from "openai";
import { AppError } from "../../core/errors.js";
import type { EmbeddingModel, FusionWeights } from "../../core/ports.js";
import { type BatchLimits, fitText, splitIntoBatches } from "./batches.js";
import { createOpenAiClient, type EndpointOptions, locateEndpoint } from "./client.js";
import { checkDimensions, readEmbeddingReply } from "./embedding-reply.js";
import { type Endpoint, translateFailure } from "./failures.js";
import { type RetryLimits, withRetries } from "./retry.js";

/** Which model, and its limits. Lengths in UTF-16 units, times in ms. */
export interface OpenAiEmbeddingsOptions extends EndpointOptions {
  model: string;
  /** Texts in one request. Default 64; some servers take only 32 or 10. */
  maxTextsPerRequest?: number;
  /** Characters of all texts in one request. Default 30,000. */
  maxCharsPerRequest?: number;
  /** What a longer text is cut to. Default 6,000: Chinese stays below 8,191 tokens. Chunks are far shorter. */
  maxCharsPerText?: number;
  /** One request for documents. Default 30,000. */
  requestTimeoutMs?: number;
  /** One batch of documents, with its retries and the pauses between. Default 120,000. */
  batchTimeoutMs?: number;
  /** A question, all in all. Default 5,000. */
  queryTimeoutMs?: number;
  /** Retries of a batch; a question has at most one. Default 4. */
  maxRetries?: number;
  /** First pause before a retry when the server does not name one; doubles. Default 500. */
  backoffMs?: number;
}

/**
 * Measured with `npm run -s eval:hybrid`, since no real model can be reached from there: vectors of known quality, from
 * good to poor. It is the highest weight of those tried at which the two lists together never find less than the better one.
 * It seems low, but a question in other words brings the weight of word search down as well.
 */
const WEIGHTS: FusionWeights = { lexical: 1, vector: 0.1, knowsMeaning: true };

/** 64 vectors of 4,096 numbers as text are about 6 MB. */
const MAX_REPLY_BYTES = 64 * 1024 * 1024;

/**
 * The embedding model of an endpoint. Vectors are as the server gave them, not brought to length 1.
 * Both methods throw AppError EMBEDDING_FAILED, `retryable` when waiting may help; its message says which variable to
 * look at and holds neither the key nor a text.
 * @throws AppError CONFIG_INVALID for an address or a key that cannot be used.
 * @example createOpenAiEmbeddings({ apiKey, baseUrl: "https://api.openai.com/v1", model: "text-embedding-3-small" })
 */
export function createOpenAiEmbeddings(options: OpenAiEmbeddingsOptions): EmbeddingModel {
  const { host, path } = locateEndpoint(options.baseUrl);
  return {
    embeddings: new OpenAiEmbeddings(options, host),
    fingerprint: `openai:${host}${path}:${options.model}`,
    weights: WEIGHTS,
  };
}

/** How patiently texts are embedded; times in ms. */
interface Manner {
  maxRetries: number;
  requestMs: number;
  totalMs: number;
  signal: AbortSignal | undefined;
}

class OpenAiEmbeddings extends Embeddings {
  readonly #client: OpenAI;
  readonly #endpoint: Endpoint;
  readonly #maxCharsPerText: number;
  readonly #batchLimits: BatchLimits;
  readonly #requestTimeoutMs: number;
  readonly #batchTimeoutMs: number;
  readonly #queryTimeoutMs: number;
  readonly #maxRetries: number;
  readonly #backoffMs: number;

  constructor(options: OpenAiEmbeddingsOptions, host: string) {
    super({});
    this.#client = createOpenAiClient(options, MAX_REPLY_BYTES);
    this.#endpoint = { code: "EMBEDDING_FAILED", host, model: options.model, variable: "EMBEDDING_MODEL" };
    this.#maxCharsPerText = options.maxCharsPerText ?? 6_000;
    this.#batchLimits = { maxTexts: options.maxTextsPerRequest ?? 64, maxChars: options.maxCharsPerRequest ?? 30_000 };
    this.#requestTimeoutMs = options.requestTimeoutMs ?? 30_000;
    this.#batchTimeoutMs = options.batchTimeoutMs ?? 120_000;
    this.#queryTimeoutMs = options.queryTimeoutMs ?? 5_000;
    this.#maxRetries = options.maxRetries ?? 4;
    this.#backoffMs = options.backoffMs ?? 500;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const totalMs = this.#queryTimeoutMs;
    const manner = { maxRetries: Math.min(this.#maxRetries, 1), requestMs: totalMs, totalMs, signal: undefined };
    const [vector] = await this.#embedBatch([this.#fit(text)], manner);
    return vector ?? [];
  }

  override async embedDocuments(texts: string[], signal?: AbortSignal): Promise<number[][]> {
    const vectors: number[][] = [];
    const manner = {
      maxRetries: this.#maxRetries,
      requestMs: this.#requestTimeoutMs,
      totalMs: this.#batchTimeoutMs,
      signal,
    };
    const fitted = texts.map((text) => this.#fit(text));
    for (const batch of splitIntoBatches(fitted, this.#batchLimits)) {
      vectors.push(...(await this.#embedBatch(batch, manner, vectors[0])));
    }
    return vectors;
  }

  #fit(text: string): string {
    return fitText(text, this.#maxCharsPerText);
  }

  /** @param sample a vector of an earlier batch, whose length these must have. */
  async #embedBatch(
    texts: string[],
    { maxRetries, requestMs, totalMs, signal }: Manner,
    sample?: number[],
  ): Promise<number[][]> {
    const deadline = performance.now() + totalMs;
    const limits: RetryLimits = { maxRetries, deadline, backoffMs: this.#backoffMs, ...(signal && { signal }) };
    try {
      return await withRetries(async () => {
        signal?.throwIfAborted();
        const vectors = await this.#request(texts, Math.min(requestMs, deadline - performance.now()), signal);
        if (sample) checkDimensions([sample, ...vectors]);
        return vectors;
      }, limits);
    } catch (error) {
      signal?.throwIfAborted();
      throw translateFailure(error, this.#endpoint);
    }
  }

  async #request(texts: string[], timeoutMs: number, signal: AbortSignal | undefined): Promise<number[][]> {
    // The package's own timeout ends with the reply's headers; a server that hangs in the body needs this one.
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), timeoutMs);
    try {
      // Without `encoding_format` the package asks for base64 and turns a server's plain numbers into garbage.
      const reply: unknown = await this.#client.embeddings.create(
        { model: this.#endpoint.model, input: texts, encoding_format: "float" },
        { signal: signal ? AbortSignal.any([controller.signal, signal]) : controller.signal },
      );
      return readEmbeddingReply(reply, texts.length);
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      const { code, host, model, variable } = this.#endpoint;
      const message = `${variable} ${model} at ${host} failed: no reply within ${Math.round(timeoutMs)} ms`;
      throw new AppError(code, { message, retryable: true });
    } finally {
      clearTimeout(timer);
    }
  }
}
