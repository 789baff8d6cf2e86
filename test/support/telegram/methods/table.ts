/**
 * Every method that the emulated Bot API has. A call of another one gets 404, as from Telegram.
 */
import { fileMethods } from "./files.js";
import { messageMethods } from "./messages.js";
import type { Methods } from "./method.js";
import { createProfileMethods } from "./profile.js";
import { queryMethods } from "./queries.js";
import { createUpdateMethods } from "./updates.js";

/** Creates the table for one fake. */
export function createMethods(): Methods {
  return {
    ...createUpdateMethods(),
    ...createProfileMethods(),
    ...messageMethods,
    ...queryMethods,
    ...fileMethods,
  };
}
