/**
 * Faults on order: what the next calls of a method meet instead of, before or after their ordinary handling. One queue
 * per method, first in, first out; a call takes at most one fault of each queue, `*` stands for every method but getUpdates.
 */

/** What happens to a call. `after` means that it took effect although the bot never hears of it. */
export type Fault =
  | { kind: "respond"; status: number; body: string; contentType: string; retryAfter?: number }
  | { kind: "hang"; when: "before" | "after" }
  | { kind: "drop"; when: "before" | "after" }
  | { kind: "delay"; ms: number };

/** How a failing call is answered. */
export interface FailOptions {
  /** HTTP status and `error_code`. */
  status: number;
  /** `description` of the refusal. Default "Internal Server Error". */
  description?: string;
  /** A body of another kind, sent as it is instead of the refusal. */
  body?: string;
  contentType?: string;
  /** Seconds, in `parameters.retry_after`. */
  retryAfter?: number;
  /** How many calls. Default 1. */
  times?: number;
}

export interface Faults {
  fail(method: string, options: FailOptions): void;
  /** Never answers. Default once, before the call takes effect. */
  hang(method: string, options?: { times?: number; when?: "before" | "after" }): void;
  /** Cuts the connection. Default once. */
  drop(method: string, when: "before" | "after", times?: number): void;
  /** A proxy's error page. Default once. */
  html502(method: string, times?: number): void;
  /** Answers late. Default once; `Infinity` for all from now on. */
  delay(method: string, ms: number, times?: number): void;
  clearFaults(): void;
  /** How many ordered faults have not happened yet. */
  faultsLeft(method: string): number;
}

/** The server's side of the faults. */
export interface FaultQueue extends Faults {
  take(method: string): Fault | undefined;
}

const BAD_GATEWAY =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center>nginx</center></body>\r\n</html>";

/** Creates empty queues. */
export function createFaults(): FaultQueue {
  const queues = new Map<string, { fault: Fault; left: number }[]>();
  const order = (method: string, fault: Fault, times = 1) => {
    const queue = queues.get(method) ?? [];
    queue.push({ fault, left: times });
    queues.set(method, queue);
  };
  const takeFrom = (name: string): Fault | undefined => {
    const queue = queues.get(name);
    const first = queue?.[0];
    if (!queue || !first) return undefined;
    first.left--;
    if (first.left < 1) queue.shift();
    return first.fault;
  };
  return {
    fail(method, { status, description = "Internal Server Error", body, contentType, retryAfter, times }) {
      const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
      order(
        method,
        {
          kind: "respond",
          status,
          body: body ?? JSON.stringify({ ok: false, error_code: status, description, ...parameters }),
          contentType: contentType ?? (body === undefined ? "application/json" : "text/html"),
        },
        times,
      );
    },
    hang: (method, { times = 1, when = "before" } = {}) => order(method, { kind: "hang", when }, times),
    drop: (method, when, times) => order(method, { kind: "drop", when }, times),
    html502: (method, times) =>
      order(method, { kind: "respond", status: 502, body: BAD_GATEWAY, contentType: "text/html" }, times),
    delay: (method, ms, times) => order(method, { kind: "delay", ms }, times),
    clearFaults: () => queues.clear(),
    faultsLeft: (method) => (queues.get(method) ?? []).reduce((sum, { left }) => sum + left, 0),
    take: (method) => takeFrom(method) ?? (method === "getUpdates" ? undefined : takeFrom("*")),
  };
}
