import NextAuth, { type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { LearnerId, SessionId } from '@/lib/core/ids'
import { authenticate } from '@/lib/data/people/authenticate'
import { Credentials } from '@/lib/data/people/credentials'
import { revokeSession } from '@/lib/data/people/revoke-session'
import { signInWithOidc } from '@/lib/data/people/sign-in-with-oidc'
import { env } from '@/lib/env'
import { requestAddress } from '@/lib/request'
import { beginSession, findViewer, getViewer } from '@/lib/session'
import { SESSION_SECONDS, sessionCookie, sessionSecret } from '@/lib/session-cookie'

/** What a provider of OpenID Connect says about a person. */
const Profile = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
})

function options(): NextAuthOptions {
  return {
    secret: sessionSecret(),
    // Not by the request: a cookie that a proxy's header names otherwise would be another cookie than ours.
    useSecureCookies: sessionCookie.secure,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    providers: [credentials(), ...oidc()],
    // Our own page shows what went wrong; the provider's button leads to NextAuth's, which works without scripts.
    pages: { error: '/sign-in' },
    callbacks: {
      // The token is our session's id and nothing else, whoever signed in.
      async jwt({ token, user, account }) {
        if (!account) return { sid: token.sid }
        const [learnerId, identityId] = user.id.split(' ')
        const { sessionId } = await beginSession(LearnerId.parse(learnerId), identityId ?? null)
        return { sid: sessionId }
      },
      session: ({ session }) => ({ expires: session.expires }),
      async signIn({ user, account, profile }) {
        if (account?.provider !== 'oidc') return true
        const known = Profile.parse(profile)
        const name = known.name ?? known.preferred_username ?? ''
        const identity = { issuer: env.OIDC_ISSUER ?? '', subject: known.sub, name: name.slice(0, 80) }
        const entered = await signInWithOidc(await getViewer(), identity, new Date())
        user.id = `${entered.learnerId} ${entered.identityId}`
        return true
      },
    },
    events: {
      async signOut({ token }) {
        const sessionId = SessionId.safeParse(token?.sid).data
        const viewer = sessionId ? await findViewer(sessionId) : null
        if (viewer) await revokeSession(viewer, viewer.sessionId, new Date())
      },
    },
    logger: { warn: () => undefined },
  }
}

function credentials() {
  return CredentialsProvider({
    name: 'Bilim',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(form) {
      const parsed = Credentials.safeParse(form)
      if (!parsed.success) return null
      const result = await authenticate({ ...parsed.data, address: await requestAddress() }, new Date())
      return result.kind === 'authenticated' ? { id: `${result.learnerId} ${result.identityId}` } : null
    },
  })
}

/** None unless the environment names an issuer. */
function oidc(): OAuthConfig<z.infer<typeof Profile>>[] {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) return []
  return [
    {
      id: 'oidc',
      name: env.OIDC_NAME,
      type: 'oauth',
      wellKnown: `${env.OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile) => ({ id: profile.sub }),
    },
  ]
}

type Context = { params: Promise<{ nextauth: string[] }> }

// Made for each request: the secret is not there yet while the app is built.
const handler = (request: Request, context: Context) => NextAuth(options())(request, context)

export { handler as GET, handler as POST }
