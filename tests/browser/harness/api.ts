// Prepares what a journey needs through the API, as somebody who is signed in.

import { createHash, randomBytes, randomUUID } from "node:crypto";

import type { Persona } from "./sign-in.ts";

const tokens = new Map<string, Promise<string>>();

async function signIn(url: string, persona: Persona): Promise<string> {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const redirect = `${url}/signed-in`;
  const query = new URLSearchParams({
    response_type: "code",
    client_id: "guildhall-web",
    redirect_uri: redirect,
    scope: "openid",
    state: "prepared",
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  const chosen = await fetch(`${url}/auth/authorize?${query}`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url },
    body: new URLSearchParams({ person: persona }),
  });
  const code = new URL(chosen.headers.get("location") ?? "", url).searchParams.get("code") ?? "";
  const answer = await fetch(`${url}/auth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "guildhall-web",
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
    }),
  });
  const body = (await answer.json()) as { access_token?: string };
  if (body.access_token === undefined) throw new Error(`${persona} could not sign in: ${answer.status}`);
  return body.access_token;
}

/** Sends a request as somebody; throws unless it succeeds. */
export async function call(
  url: string,
  persona: Persona,
  path: string,
  init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Record<string, unknown>> {
  const key = `${url} ${persona}`;
  const token = tokens.get(key) ?? signIn(url, persona);
  tokens.set(key, token);
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: init.method ?? (init.body === undefined ? "GET" : "POST"),
    headers: {
      authorization: `Bearer ${await token}`,
      ...(init.body === undefined ? {} : { "content-type": "application/json" }),
      ...init.headers,
    },
    body: init.body === undefined ? null : JSON.stringify(init.body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

/** What a lead needs at least; everything else has a default. */
export type Lead = {
  company: string;
  product?: "plus" | "pos";
  support?: "requested" | "none";
  country?: string;
  contact?: { name: string; email: string };
};

/** Submits a lead as a member of Norrsken; its id. */
export async function submitLead(url: string, lead: Lead): Promise<string> {
  const product = lead.product ?? "plus";
  const body = {
    product,
    contact_name: lead.contact?.name ?? "Anna Sjöström",
    contact_email: lead.contact?.email ?? "anna@havsbris.example",
    company: lead.company,
    ...(product === "plus" ? { website: "https://www.havsbris.example" } : {}),
    country: lead.country ?? "SE",
    sales_support: lead.support ?? "requested",
    description: "Outdoor clothing with six shops.",
    consent: true,
  };
  const receipt = await call(url, "norrsken-member", "/leads", {
    body,
    headers: { "idempotency-key": randomUUID() },
  });
  return String(receipt.id);
}

/** Moves a lead as somebody, from the version it has now. */
export async function move(url: string, persona: Persona, id: string, command: unknown): Promise<void> {
  const lead = await call(url, persona, `/leads/${id}`);
  await call(url, persona, `/leads/${id}/status`, { body: command, headers: { "if-match": `"${lead.version}"` } });
}
