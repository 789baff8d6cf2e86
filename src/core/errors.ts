/**
 * The one error type that crosses a floor of the architecture. Adapters translate foreign errors into it once;
 * whoever shows it to a person takes the words from `i18n` by `code`, never from `message`.
 */

/** Every way in which something can fail that somebody upstairs decides about. */
export type ErrorCode =
  | "CONFIG_INVALID"
  | "CORPUS_UNREADABLE"
  | "FILE_EMPTY"
  | "FILE_TOO_LARGE"
  | "FILE_NOT_TEXT"
  | "FILE_DAMAGED"
  | "FILE_ENCRYPTED"
  | "FILE_SCANNED"
  | "FILE_TOO_COMPLEX"
  | "FRONT_MATTER_INVALID"
  | "ALIASES_INVALID"
  | "URL_INVALID"
  | "URL_FORBIDDEN"
  | "URL_UNREACHABLE"
  | "URL_REFUSED_BY_ROBOTS"
  | "URL_TOO_LARGE"
  | "URL_NOT_AN_ARTICLE"
  | "INDEX_BUSY"
  | "INDEX_INVALID"
  | "EMBEDDING_FAILED"
  | "MODEL_FAILED"
  | "MODEL_TIMEOUT"
  | "MODEL_CUT_OFF"
  | "MODEL_BUDGET_SPENT"
  | "PROMPT_INVALID"
  | "SET_INVALID"
  | "STORE_FAILED"
  | "TELEGRAM_REJECTED"
  | "BOT_RUNNING"
  | "BACKUP_FAILED"
  | "BACKUP_INVALID"
  | "RESTORE_REFUSED";

/** What to know about a failure besides its code. */
export interface AppErrorDetails {
  /** What failed (value): why; what to do. Never a token, never a user's text. */
  message: string;
  /** Whether the same call may succeed later. Default false. */
  retryable?: boolean;
  cause?: unknown;
}

/** A failure with a code; see `ErrorCode`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, details: AppErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.retryable = details.retryable ?? false;
  }
}

/** Whether `error` is an `AppError`, of the given code when one is given. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}

/** What a foreign error says, for the log and as the `why` of an `AppError`. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
