import 'server-only'
import { randomBytes } from 'node:crypto'
import { db } from '../../db'
import { findShippedDeck } from '../decks/find-deck'
import { listShownRevisions } from '../decks/list-shown-revisions'
import { hashPassword } from '../people/password'
import { LONER, TEACHER } from './demo/cast'
import { planDemo } from './demo/plan-demo'
import { saveDemo } from './demo/save-demo'

type SignIn = { readonly email: string; readonly password: string }
export type Demo = { readonly teacher: SignIn; readonly learner: SignIn }

const DECK = 'the-foreign-policy-of-kyrgyzstan'
const PASSWORD_BYTES = 9

/**
 * A teacher with a class that has studied for some weeks, and somebody who learns alone. Made once; every call gives
 * both accounts a new password. Null when the shipped document is not there.
 */
export async function createDemo(now: Date, seed: number): Promise<Demo | null> {
  const deck = await findShippedDeck(DECK)
  if (!deck) return null
  const isThere = await db().wayIn.count({ where: { email: TEACHER.email, learner: { demo: true } } })
  if (isThere === 0) {
    const rows = planDemo(deck, await listShownRevisions(null, deck.id), now, seed)
    await db().$transaction((tx) => saveDemo(tx, rows))
  }
  return { teacher: await giveNewPassword(TEACHER.email), learner: await giveNewPassword(LONER.email) }
}

async function giveNewPassword(email: string): Promise<SignIn> {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url')
  await db().wayIn.updateMany({
    where: { email, learner: { demo: true } },
    data: { passwordHash: await hashPassword(password) },
  })
  return { email, password }
}
