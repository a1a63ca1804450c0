import 'server-only'
import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import type { JWT } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { SessionId } from './core/ids'
import type { Viewer } from './core/people/viewer'
import { NAME_CHARACTERS } from './core/shared/input-limits'
import { returnWithCode } from './data/classes/return-with-code'
import { Credentials } from './data/people/credentials'
import { createGuest, type LearnerIdentity, signInWithOidc } from './data/people/identities'
import { authenticate } from './data/people/passwords'
import { revokeSession } from './data/people/sessions'
import { env } from './env'
import { requestAddress, requestTimeZone } from './request'
import { findViewer, getViewer, issueSession } from './session'
import { isHttps, SESSION_MAX_AGE, sessionCookie, sessionSecret } from './session-token'

declare module 'next-auth' {
  interface User extends LearnerIdentity {}
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string
    guestSessionId?: string | undefined
  }
}

/** A function, because the secret does not exist yet while the app is built. */
export function authOptions(): NextAuthOptions {
  return {
    secret: sessionSecret(),
    // Otherwise NextAuth would choose the cookies' names by a header that a proxy may set.
    useSecureCookies: isHttps,
    cookies: { sessionToken: sessionCookie },
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE },
    providers: [...credentialsProviders(), ...oidcProviders()],
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      // `account` is set only while somebody signs in.
      jwt: async ({ token, user, account }) => (account ? { ...(await issueSession(user)).token } : token),
      async session({ session, token }) {
        const viewer = await viewerOf(token)
        return { expires: session.expires, ...(viewer ? { user: { name: viewer.name } } : {}) }
      },
    },
    events: {
      async signOut({ token }) {
        const viewer = await viewerOf(token)
        if (viewer) await revokeSession(viewer, viewer.sessionId, new Date())
      },
    },
    logger: { warn: () => undefined },
  }
}

/** Null when the session was revoked, so that NextAuth's own endpoints respect that too. */
async function viewerOf(token: JWT): Promise<Viewer | null> {
  const sessionId = SessionId.safeParse(token.sessionId).data
  return sessionId ? findViewer(sessionId) : null
}

type Authorize = (form: Record<string, string>, address: string) => Promise<{ kind: string } & Partial<LearnerIdentity>>

/** Each calls what its form in the app calls, so that limits and refusals are the same on both. */
function credentialsProviders() {
  return [
    credentials('password', ['email', 'password'], async (form, address) => {
      const parsed = Credentials.safeParse(form)
      return parsed.success ? authenticate({ ...parsed.data, address }, new Date()) : { kind: 'rejected' }
    }),
    credentials('guest', [], async (_form, address) =>
      createGuest({ address, timeZone: await requestTimeZone() }, new Date()),
    ),
    credentials('return-code', ['code'], ({ code = '' }, address) => returnWithCode({ code, address })),
  ]
}

function credentials(id: string, fields: readonly string[], authorize: Authorize) {
  return CredentialsProvider({
    id,
    name: id,
    credentials: Object.fromEntries(fields.map((field) => [field, {}])),
    async authorize(form) {
      const { learnerId, identityId } = await authorize(form ?? {}, await requestAddress())
      return learnerId && identityId ? { id: learnerId, learnerId, identityId } : null
    },
  })
}

/** The claims of an OpenID Connect provider that are used. */
const Profile = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
})

/** None unless the environment names an issuer. */
function oidcProviders(): OAuthConfig<unknown>[] {
  const issuer = env.OIDC_ISSUER
  if (!issuer || !env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) return []
  return [
    {
      id: 'oidc',
      name: env.OIDC_NAME,
      type: 'oauth',
      wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      async profile(claims) {
        const { sub, name, preferred_username } = Profile.parse(claims)
        const subject = { issuer, subject: sub, name: (name ?? preferred_username ?? '').slice(0, NAME_CHARACTERS) }
        const identity = await signInWithOidc(await getViewer(), subject, new Date())
        return { id: identity.learnerId, ...identity }
      },
    },
  ]
}

/**
 * What NextAuth's `signIn('oidc')` does in a browser, for a form that works without scripts: gets a CSRF token, posts it,
 * and gives back the provider's address. The cookies of both responses go to the browser.
 */
export async function startOidcSignIn(callbackUrl: string): Promise<string> {
  const { csrfToken } = await callNextAuth(['csrf'])
  const { url } = await callNextAuth(['signin', 'oidc'], { csrfToken: String(csrfToken), callbackUrl, json: 'true' })
  return String(url)
}

async function callNextAuth(path: string[], form?: Record<string, string>): Promise<Record<string, unknown>> {
  const request = new NextRequest(
    new URL(`/api/auth/${path.join('/')}`, env.NEXTAUTH_URL ?? 'http://localhost'),
    form ? { method: 'POST', body: new URLSearchParams(form) } : {},
  )
  const response: Response = await NextAuth(authOptions())(request, { params: Promise.resolve({ nextauth: path }) })
  const jar = await cookies()
  for (const cookie of new NextResponse(null, { headers: response.headers }).cookies.getAll()) jar.set(cookie)
  return response.json()
}
