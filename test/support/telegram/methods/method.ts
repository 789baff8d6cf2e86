/**
 * What a method of the emulated Bot API is: the parameters it knows and what it does with them. Each file of this
 * folder holds one group; `table.ts` joins them.
 */
import type { FloodGate } from "../flood.js";
import type { Params } from "../params.js";
import type { UpdateFeed } from "../update-feed.js";
import type { World } from "../world.js";

/** What a method works on. */
export interface MethodContext {
  world: World;
  feed: UpdateFeed;
  flood: FloodGate;
  /** Aborted when the bot hangs up. */
  signal: AbortSignal;
  onChange(): void;
}

export interface Method {
  /** Documented parameters; others are noted in the journal. */
  params: readonly string[];
  /** Returns what goes into `result`. @throws ApiError a refusal. */
  run(params: Params, context: MethodContext): unknown;
}

export type Methods = Record<string, Method>;
