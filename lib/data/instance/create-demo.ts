import 'server-only'
import { createHmac } from 'node:crypto'
import { db } from '../../db'
import { findShippedDeck } from '../decks/find-deck'
import { listShownRevisions } from '../decks/shown-items'
import { hashPassword } from '../people/credentials'
import { LONER, TEACHER } from './demo/cast'
import { planDemo } from './demo/plan-demo'
import { saveDemo } from './demo/save-demo'

type SignIn = { readonly email: string; readonly password: string }
export type Demo = { readonly teacher: SignIn; readonly learner: SignIn }

const DECK = 'the-foreign-policy-of-kyrgyzstan'
const PASSWORD_CHARACTERS = 12

/**
 * A teacher with a class that has studied for some weeks, and somebody who learns alone. Made once. Their passwords come
 * from the instance's secret: the same at every start, and in no file. Null when the shipped document is not there.
 */
export async function createDemo(now: Date, seed: number, secret: string): Promise<Demo | null> {
  const deck = await findShippedDeck(DECK)
  if (!deck) return null
  const isThere = await db().identity.count({ where: { email: TEACHER.email, learner: { demo: true } } })
  if (isThere === 0) {
    const rows = planDemo(deck, await listShownRevisions(null, deck.id), now, seed)
    await db().$transaction((tx) => saveDemo(tx, rows))
  }
  return { teacher: await givePassword(TEACHER.email, secret), learner: await givePassword(LONER.email, secret) }
}

async function givePassword(email: string, secret: string): Promise<SignIn> {
  const mac = createHmac('sha256', secret).update(`demo password of ${email}`).digest('base64url')
  const password = mac.slice(0, PASSWORD_CHARACTERS)
  await db().identity.updateMany({
    where: { email, learner: { demo: true } },
    data: { passwordHash: await hashPassword(password) },
  })
  return { email, password }
}
