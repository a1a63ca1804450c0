import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type OidcIssuer = { readonly url: string; readonly close: () => void }

type Reply = Record<string, unknown> | { readonly redirect: string }

/** A minimal OpenID Connect provider that signs everybody in as `subject`. */
export async function startOidcIssuer(subject: { sub: string; name: string }, clientId: string): Promise<OidcIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const nonces = new Map<string, string | null>()
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function idToken(nonce: string | null): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = { ...subject, iss: url, aud: clientId, iat: now, exp: now + 300, ...(nonce ? { nonce } : {}) }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'RS256', kid: 'key' })}.${part(claims)}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`
  }

  const replies: Record<string, (query: URLSearchParams, body: URLSearchParams) => Reply> = {
    '/.well-known/openid-configuration': () => ({
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }] }),
    '/authorize': (query) => {
      const code = randomUUID()
      nonces.set(code, query.get('nonce'))
      const back = new URL(query.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString()
      return { redirect: back.href }
    },
    '/token': (_query, body) => ({
      access_token: randomUUID(),
      token_type: 'Bearer',
      id_token: idToken(nonces.get(body.get('code') ?? '') ?? null),
    }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += chunk
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const reply = replies[pathname]?.(searchParams, new URLSearchParams(body))
    if (!reply) response.writeHead(404).end()
    else if ('redirect' in reply) response.writeHead(302, { Location: String(reply.redirect) }).end()
    else response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(reply))
  }

  return { url, close: () => server.close() }
}
