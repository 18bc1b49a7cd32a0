import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** An OpenID provider for tests: it lets everyone in as the person that was set last. */
export interface OidcProvider {
  issuer: string;
  setPerson(claims: Record<string, unknown>): void;
  close(): Promise<void>;
}

const clientId = 'assent';
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts it on a free port. It insists on state, nonce and PKCE, as a careful provider would. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let person: Record<string, unknown> = {};
  const codes = new Map<string, { nonce: string; challenge: string }>();
  let issuer = '';

  const sign = (claims: Record<string, unknown>) => {
    const content = `${base64url({ alg: 'RS256', kid: 'test', typ: 'JWT' })}.${base64url(claims)}`;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
  };
  const routes: Record<
    string,
    (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>
  > = {
    '/.well-known/openid-configuration': (_request, response) =>
      sendJson(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
    '/keys': (_request, response) =>
      sendJson(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }],
      }),
    '/authorize': (_request, response, url) => {
      const ask = url.searchParams;
      const code = `code-${codes.size}`;
      const [state, nonce, challenge] = ['state', 'nonce', 'code_challenge'].map((name) => ask.get(name));
      if (!state || !nonce || !challenge)
        return void response.writeHead(400).end('state, nonce and PKCE are needed');
      codes.set(code, { nonce, challenge });
      const back = new URL(ask.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state }).toString();
      response.writeHead(302, { location: back.href }).end();
    },
    '/token': async (request, response) => {
      const form = new URLSearchParams(await readBody(request));
      const known = codes.get(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (known?.challenge !== challenge)
        return void response.writeHead(400).end('{"error":"invalid_grant"}');
      const now = Math.floor(Date.now() / 1000);
      const times = { iat: now, exp: now + 300 };
      const idToken = sign({ iss: issuer, aud: clientId, nonce: known.nonce, ...times, ...person });
      sendJson(response, { access_token: 'unused', token_type: 'Bearer', id_token: idToken });
    },
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const route = routes[url.pathname];
    if (route) void route(request, response, url);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    issuer,
    setPerson: (claims) => {
      person = claims;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}
