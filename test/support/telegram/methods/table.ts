/**
 * Every method that the emulated Bot API has. A call of another one gets 404, as from Telegram.
 */
import { fileMethods } from "./files.js";
import { messageMethods } from "./messages.js";
import type { Methods } from "./method.js";
import { createProfileMethods } from "./profile.js";
import { queryMethods } from "./queries.js";
import { createUpdateMethods } from "./updates.js";

/** Creates the table for one fake. @param without methods that this server is too old to know. */
export function createMethods(without: readonly string[] = []): Methods {
  const all: Methods = {
    ...createUpdateMethods(),
    ...createProfileMethods(),
    ...messageMethods,
    ...queryMethods,
    ...fileMethods,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
}
