/** The models of an OpenAI-compatible endpoint, for whoever puts the product together. Nothing is asked of it yet. */
import type { ChatModel, EmbeddingModel } from "../core/ports.js";

/** An endpoint and what is used of it. */
export interface EndpointSettings {
  apiKey: string;
  baseUrl: string;
  chatModel: string;
  /** Absent: vectors are computed here. */
  embeddingModel?: string;
  timeoutMs: number;
}

/** The package is loaded only where an endpoint is used: it takes as long as a whole start without. */
export async function connectEndpoint(
  endpoint: EndpointSettings | undefined,
): Promise<{ chat?: ChatModel; embeddings?: EmbeddingModel }> {
  if (!endpoint) return {};
  const { createOpenAiChatModel } = await import("./openai/chat.js");
  const { createOpenAiEmbeddings } = await import("./openai/embeddings.js");
  const { apiKey, baseUrl, chatModel, embeddingModel, timeoutMs } = endpoint;
  return {
    chat: createOpenAiChatModel({ apiKey, baseUrl, model: chatModel, timeoutMs }),
    ...(embeddingModel !== undefined && {
      embeddings: createOpenAiEmbeddings({ apiKey, baseUrl, model: embeddingModel }),
    }),
  };
}
