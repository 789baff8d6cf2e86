/**
 * A web site of the test's own, and the only one: every name below `.test` leads to it, every other to an address inside.
 * The product fetches from the open internet only, so `door` is what a test gives to fetching to let it in here.
 */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { FetchOptions } from "../../src/ingest/fetch/fetch-article.js";

/** The site. */
export interface NewsSite {
  /** Where it is, as `http://news.test:1234`. */
  root: string;
  /** What is served, by path and query; anything else is not found. */
  answers: Record<string, RequestListener>;
  /** What was asked for, in order. */
  asked: string[];
  door: Required<Pick<FetchOptions, "resolve" | "isAllowed">>;
  close(): void;
}

/** Opens it; nothing is served yet. */
export async function openNewsSite(): Promise<NewsSite> {
  const asked: string[] = [];
  const answers: Record<string, RequestListener> = {};
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const answer = answers[request.url ?? ""];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    root: `http://news.test:${(server.address() as AddressInfo).port}`,
    answers,
    asked,
    door: {
      isAllowed: (address) => address === "127.0.0.1" || address.endsWith(".test"),
      resolve: async (host) => (host.endsWith(".test") ? ["127.0.0.1"] : ["10.0.0.1"]),
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Serves a body of this type. */
export const give =
  (type: string, body: string | Uint8Array, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(200, { "content-type": type, ...headers }).end(body);

/** Redirects. */
export const goTo =
  (location: string, status = 302): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { location }).end();
