import 'server-only'
import { createHmac } from 'node:crypto'
import { db, type Tx } from '../../db'
import { runIn } from '../../prepared-statements'
import { findShippedDeck } from '../decks/find-deck'
import { listShownRevisions } from '../decks/shown-items'
import { saveMemories } from '../memories/memory-rows'
import { hashPassword } from '../people/credentials'
import { INDEPENDENT_LEARNER, TEACHER } from './demo-people'
import { type DemoRows, planDemo } from './plan-demo'

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
  return {
    teacher: await givePassword(TEACHER.email, secret),
    learner: await givePassword(INDEPENDENT_LEARNER.email, secret),
  }
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

/** All or nothing, in the order in which the tables refer to each other. */
async function saveDemo(tx: Tx, rows: DemoRows): Promise<void> {
  await tx.learner.createMany({ data: rows.learners })
  await tx.class.createMany({ data: [rows.class] })
  await tx.identity.createMany({ data: rows.identities })
  await tx.membership.createMany({ data: rows.memberships })
  await tx.quiz.createMany({ data: rows.quizzes })
  await tx.quizQuestion.createMany({ data: rows.questions })
  await tx.assignment.createMany({ data: rows.assignments })
  await tx.attempt.createMany({ data: rows.attempts })
  await tx.response.createMany({ data: rows.responses })
  await inBatches(rows.reviews, (data) => tx.review.createMany({ data }))
  for (const [learnerId, memories] of rows.memories) await saveMemories(runIn(tx), learnerId, memories)
}

// PostgreSQL takes 65,535 parameters a statement, the adapters half of that; a review has 15.
const BATCH = 2000

async function inBatches<Row>(rows: Row[], save: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await save(rows.slice(from, from + BATCH))
}
