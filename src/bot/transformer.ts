/**
 * A function around API calls. grammY's own type is generic over the method; ours look at any method and at most at a few
 * fields, so the one cast that this takes lives here.
 */
import type { Transformer } from "grammy";
import type { ApiResponse } from "grammy/types";

/** Fields of a call; what they may be depends on the method. */
export type Payload = Readonly<Record<string, unknown>>;

/** The signal type of grammY, which brings its own. */
export type CallSignal = Parameters<Transformer>[3];

/** Does the call, or passes it on to the next one inwards. Rejects with grammY's HttpError when the network fails. */
export type ApiCall = (method: string, payload: Payload, signal?: CallSignal) => Promise<ApiResponse<unknown>>;

/** Makes a transformer. Installed first is innermost, nearest to the network. */
export function transformer(
  around: (call: ApiCall, method: string, payload: Payload, signal: CallSignal) => Promise<ApiResponse<unknown>>,
): Transformer {
  return around as unknown as Transformer;
}
