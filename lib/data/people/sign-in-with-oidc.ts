import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'

export type OidcIdentity = { readonly issuer: string; readonly subject: string; readonly name: string }

/**
 * The learner behind an identity that a provider vouches for. A new identity joins the guest who is here, or makes a
 * learner. Nothing is matched by e-mail: a provider that lets people choose theirs would open others' accounts.
 */
export async function signInWithOidc(
  viewer: Viewer | null,
  { issuer, subject, name }: OidcIdentity,
  now: Date,
): Promise<{ learnerId: LearnerId; identityId: string }> {
  return db().$transaction(async (tx) => {
    const known = await tx.identity.findUnique({ where: { issuer_subject: { issuer, subject } } })
    if (known) return { learnerId: LearnerId.parse(known.learnerId), identityId: known.id }
    const learnerId =
      viewer?.identityKind === 'guest'
        ? viewer.learnerId
        : LearnerId.parse((await tx.learner.create({ data: { name, createdAt: now } })).id)
    const identity = await tx.identity.create({ data: { learnerId, kind: 'oidc', issuer, subject, createdAt: now } })
    if (viewer?.identityKind === 'guest') {
      await tx.learner.update({ where: { id: learnerId }, data: { name } })
      await tx.identity.deleteMany({ where: { learnerId, kind: 'guest' } })
    }
    return { learnerId, identityId: identity.id }
  })
}
