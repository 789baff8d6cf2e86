/**
 * How the emulated Bot API refuses a call: a code and the description that Telegram itself gives. Thrown by methods
 * and checks, turned into `{"ok":false,…}` by the server. Never seen by the bot in another form.
 */

/** A refusal. `retryAfter` is in seconds and goes into `parameters`. */
export class ApiError extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.name = "ApiError";
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** A refusal with code 400; the prefix is added here. */
export function badRequest(reason: string): ApiError {
  return new ApiError(400, `Bad Request: ${reason}`);
}

/** The refusal of a bot that sends too much. */
export function tooManyRequests(retryAfter: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${retryAfter}`, retryAfter);
}
