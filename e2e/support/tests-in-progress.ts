import { randomUUID } from 'node:crypto'
import { DAY_MS } from '@/lib/core/shared/time'
import { parseContent, write } from '../../lib/core/question-types/registry'
import { actionId } from './built-routes'
import { type Exported, exportOf } from './export'
import type { Seeder } from './seeder'
import type { SignedIn } from './seeds'
import { expect, type Page } from './test'

type Question = {
  position: number
  factId: string
  asked: 'choice' | 'text'
  right: string[]
  wrong: string[]
  /** What must not be readable before the answer: the explanation, the reasons and the accepted answers of a typed question. */
  secrets: string[]
}
export type OpenTest = { readonly attemptId: string; readonly questions: readonly Question[] }

export type Scene = {
  /** One that a teacher assigned, and one that the learner started on their own deck. */
  readonly tests: readonly [OpenTest, OpenTest]
  readonly ids: Record<'decks' | 'classes' | 'quizzes' | 'facts' | 'secrets' | 'codes' | 'assignments', string[]>
  /** Events that a device has already sent; sending them again changes nothing. */
  readonly sent: object
}

/** Facts of each test; requesting the pages of all facts would take minutes. */
const FACTS_ASKED = 2

/** Two open tests of one learner, who also teaches a class, has shared a deck and studied cards of both decks. */
export async function makeTestsInProgress(learner: Page, teacher: Page, seed: Seeder): Promise<Scene> {
  const given = await withClass(await seed.account(teacher, 'Teacher'), seed)
  const person = await seed.account(learner, 'Learner')
  const own = await withClass(person, seed)
  await seed.join(person, given.code, 'Aizada')

  const theirs = await exportOf(teacher)
  await learner.goto(`/quizzes/${theirs.quizzes[0]?.id}`)
  const assigned = await start(learner)
  await learner.goto(`/decks/${own.deckId}/quiz`)
  await learner.getByRole('radio', { name: /^Test/ }).check()
  const chosen = await start(learner)

  const mine = await exportOf(learner)
  const decks = [given.deckId, own.deckId]
  const { owner, ratings } = await study(learner, person.learnerId, decks)
  const tests = [questionsOf(assigned, mine, theirs), questionsOf(chosen, mine, mine)] as const
  const facts = tests.flatMap(({ questions }) => questions.slice(0, FACTS_ASKED).map(({ factId }) => factId))
  const stars = facts.map((factId) => {
    return { kind: 'flag', id: randomUUID(), factId, flag: 'star', on: true, at: owner.sentAt }
  })
  expect((await learner.request.post('/api/study-events', { data: { ...owner, events: stars } })).status()).toBe(200)
  const assignments = mine.memberships.flatMap((membership) => membership.class.assignments.map(({ id }) => id))
  return {
    tests,
    ids: {
      ...{ decks, facts, assignments },
      classes: [given.classId, own.classId],
      quizzes: mine.attempts.map(({ quizId }) => quizId),
      secrets: [given.secret, own.secret],
      codes: [given.code, own.code],
    },
    sent: { ...owner, events: [...ratings, ...stars] },
  }
}

async function withClass(owner: SignedIn, seed: Seeder) {
  const { deckId } = await seed.deck(owner)
  const secret = (await seed.share(owner, deckId)).split('/').at(-1) ?? ''
  const { id: classId, code } = await seed.schoolClass(owner, 'Biology 9-A')
  await seed.assignment(owner, { classId, deckId, kind: 'test' })
  return { deckId, secret, classId, code }
}

async function start(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page).toHaveURL(/\/attempts\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Rates every card of the decks some days in the past. */
async function study(page: Page, learnerId: string, deckIds: readonly string[]) {
  const now = Date.now()
  const owner = { owner: learnerId, sentAt: now }
  const packs = await Promise.all(
    deckIds.map(async (deckId) => (await page.request.get(`/api/decks/${deckId}/pack`)).json()),
  )
  const cards: Record<'factId' | 'itemId' | 'revisionId', string>[] = packs.flatMap(({ facts }) =>
    facts.map(({ card }: { card: object }) => card),
  )
  const ratings = cards.map(({ factId, itemId, revisionId }) => {
    const rated = { kind: 'rating', id: randomUUID(), factId, itemId, revisionId, rating: 'good' }
    return { ...rated, at: now - 9 * DAY_MS, durationMs: 4_000 }
  })
  const answer = await page.request.post('/api/study-events', { data: { ...owner, events: ratings } })
  expect((await answer.json()).results).toHaveLength(cards.length)
  return { owner, ratings }
}

/** An answer that no document gives. */
const WRONG = '4711'

/** The questions of an attempt; their keys come from the author's export. */
function questionsOf(attemptId: string, mine: Exported, authors: Exported): OpenTest {
  const quizId = mine.attempts.find(({ id }) => id === attemptId)?.quizId
  const asked = authors.quizzes.find(({ id }) => id === quizId)?.questions ?? []
  const items = authors.documents.flatMap(({ items: made }) => made)
  const questions = asked.map(({ position, revisionId }): Question => {
    const item = items.find(({ revisions }) => revisions.some(({ id }) => id === revisionId))
    const revision = item?.revisions.find(({ id }) => id === revisionId)
    if (!revision) throw new Error(`The author's export has no revision ${revisionId}.`)
    const { key, options, distractorReasons } = write(parseContent(revision.content))
    const { explanation } = revision
    const factId = item?.facts[0]?.factId ?? ''
    const reasons = [explanation, ...Object.values(distractorReasons)].filter(Boolean)
    const wrongOption = options.find((option) => !key.includes(option))
    if (item?.type === 'choice' && wrongOption)
      return { position, factId, asked: 'choice', right: [...key], wrong: [wrongOption], secrets: reasons }
    if (options.length > 0) throw new Error(`This test does not know how to answer a question of type ${item?.type}.`)
    return {
      position,
      factId,
      asked: 'text',
      right: [...key],
      wrong: key.map(() => WRONG),
      secrets: [...key, ...reasons],
    }
  })
  return { attemptId, questions }
}

export type Reply = { readonly name: string; readonly body: Buffer; readonly type: string }

/** The button of each press, and whether the question is flagged before it. */
const PRESSES = ['keep no', 'next no', 'previous no', 'flag no', 'flag yes']

/** Answers every question as a page with scripts does, sets and removes its flag, and returns the responses. */
export async function answer(page: Page, { attemptId, questions }: OpenTest, how: 'right' | 'wrong'): Promise<Reply[]> {
  const replies: Reply[] = []
  for (const question of questions) {
    for (const press of PRESSES) replies.push(await send(page, attemptId, question, press, question[how]))
  }
  return replies
}

async function send(page: Page, attemptId: string, question: Question, press: string, given: readonly string[]) {
  const address = `/attempts/${attemptId}?q=${question.position + 1}`
  const form = answerForm(attemptId, question, press, given)
  const reply = await callAction(page, address, ANSWER_ACTION, form)
  expect(reply.status, reply.body.toString()).toBe(200)
  return { ...reply, name: `${press} at ${address}` }
}

/** The fields of a question's form, as a page sends them. */
export function answerForm(
  attemptId: string,
  { position, asked }: Question,
  press: string,
  given: readonly string[],
): (readonly [string, string])[] {
  const [go = '', flagged = ''] = press.split(' ')
  const fields = { attemptId, position: String(position), asked, go, flagged }
  return [...Object.entries(fields), ...given.map((value) => ['answer', value] as const)]
}

export const ANSWER_ACTION = 'app/(focus)/attempts/[id]/actions.ts sendAnswer'

/** Calls a server action, "file name", as React writes a call whose one argument is a form. */
export async function callAction(
  page: Page,
  address: string,
  action: string,
  fields: readonly (readonly [string, string])[],
) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(`_1_${name}`, value)
  form.append('0', '["$K1"]')
  const headers = { 'Next-Action': actionId(action), Accept: 'text/x-component' }
  const reply = await page.request.post(address, { headers, multipart: form, maxRedirects: 0 })
  const { 'content-type': type = '', 'x-action-redirect': redirect = '' } = reply.headers()
  return { status: reply.status(), redirect, body: await reply.body(), type }
}
