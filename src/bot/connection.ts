/**
 * The connections to Telegram: kept open between calls, and given up when they are not made in time. A call whose
 * connection was never made has certainly not been sent, which is worth knowing before it is repeated.
 */
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Socket } from "node:net";
import { CONNECT_TIMEOUT_CODE } from "./api-errors.js";

/** Milliseconds for TCP and TLS together. */
export const CONNECT_TIMEOUT_MS = 10_000;

/** Idle connections that are kept: as many as answers under way, or a busy time would make a new one for every call. */
const MAX_IDLE = 500;

/**
 * An agent for all calls to `apiRoot` (http or https).
 * @param timeoutMs until a connection that is not made is given up. Default `CONNECT_TIMEOUT_MS`.
 */
export function createAgent(apiRoot: string, timeoutMs: number = CONNECT_TIMEOUT_MS): HttpAgent {
  const isSecure = apiRoot.startsWith("https:");
  const options = { keepAlive: true, maxFreeSockets: MAX_IDLE };
  const agent = isSecure ? new HttpsAgent(options) : new HttpAgent(options);
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, onCreated) => {
    const socket = connect(options, onCreated);
    if (socket instanceof Object && "connecting" in socket) limitConnecting(socket as Socket, isSecure, timeoutMs);
    return socket;
  };
  return agent;
}

function limitConnecting(socket: Socket, isSecure: boolean, timeoutMs: number): void {
  const timer = setTimeout(() => {
    socket.destroy(Object.assign(new Error("the connection was not made in time"), { code: CONNECT_TIMEOUT_CODE }));
  }, timeoutMs);
  const stop = () => clearTimeout(timer);
  socket.once(isSecure ? "secureConnect" : "connect", stop);
  socket.once("close", stop);
}
