import { extractText, getDocumentProxy } from 'unpdf'
import { addressesOf, listActions, listRoutes, type Values } from './support/built-routes'
import { exportOf } from './support/export'
import { differ, distinguishingWords, secretsIn, type WordCounts, wordsOf } from './support/response-words'
import { expect, type Page, test } from './support/test'
import {
  ANSWER_ACTION,
  answer,
  answerForm,
  callAction,
  makeTestsInProgress,
  type Scene,
} from './support/tests-in-progress'

/** The one route that is not requested, because it ends the session. Its response contains no answers. */
const ENDS_THE_SESSION = 'POST /api/sign-out'

/**
 * Requests every route of the build and the server actions of an attempt. ACTIONS_NOT_ASKED lists the files of the other
 * server actions. Ids that the learner does not have are not tried.
 */
test('no route reveals which answers of an open test are right, whether a teacher assigned it or the learner chose it', {
  tag: '@long',
}, async ({ page, someoneElse, seed }) => {
  // Some two hundred requests, three times and more.
  test.slow()
  const scene = await makeTestsInProgress(page, await someoneElse(), seed)
  const requests = await requestsOf(page, scene)
  const before = await exportOf(page)
  const unanswered = await walk(page, scene, requests, 'unanswered')
  expect({ unexpected: unanswered.unexpected, secrets: unanswered.secrets }).toEqual({ unexpected: [], secrets: [] })
  // From here on every question has an answer, and only the answers change.
  for (const open of scene.tests) await answer(page, open, 'wrong')
  const [right, wrong] = [await walk(page, scene, requests, 'right'), await walk(page, scene, requests, 'wrong')]
  // Requests each differing route again, because some responses differ by time or chance and not by the answers.
  const differing = new Set([...right.said.keys()].filter((name) => differ(saidIn(right, name), saidIn(wrong, name))))
  const again = requests.filter(({ name }) => differing.has(name))
  const [rightAgain, wrongAgain] = [await walk(page, scene, again, 'right'), await walk(page, scene, again, 'wrong')]
  expect([...right.unexpected, ...wrong.unexpected]).toEqual([])
  // A given answer is in the response, so the right answers are searched for where wrong ones were given.
  expect(wrong.secrets).toEqual([])
  const told = [...differing].flatMap((name) => {
    const words = distinguishingWords(
      [saidIn(right, name), saidIn(rightAgain, name)],
      [saidIn(wrong, name), saidIn(wrongAgain, name)],
    )
    return words.length > 0 ? [`${name}: ${words.join(' ')}`] : []
  })
  expect(told).toEqual([])

  const after = await exportOf(page)
  expect(after.attempts.map(({ responses }) => responses.length)).toEqual(
    scene.tests.map(({ questions }) => questions.length),
  )
  expect([after.memories, after.reviews]).toEqual([before.memories, before.reviews])
})

test('the test above fails for a route that it cannot request and for a route that reveals an answer', () => {
  const values = { 'decks/[id]': ['d', 'e'] }
  expect(addressesOf('/decks/[id]/items', values)).toEqual(['/decks/d/items', '/decks/e/items'])
  expect(() => addressesOf('/decks/[id]/secrets/[secret]', values)).toThrow('secrets/[secret]')
  const answers = (points: number) => wordsOf(Buffer.from(`{"given":"Virginia","points":${points}}`), '', ['Virginia'])
  expect(distinguishingWords([answers(1), answers(1)], [answers(0), answers(0)])).toEqual(['1', '0'])
  expect(distinguishingWords([answers(1), answers(2)], [answers(3), answers(4)])).toEqual([])
  const page = (html: string) => wordsOf(Buffer.from(html), 'text/html', ['Virginia'])
  const late = page(
    '<main nonce="3q2+7wAB/gQx9mP0sT1uVw=="><template id="B:0"></template></main><div hidden id="S:0"><p>Bees</p></div>',
  )
  const whole = page('<main nonce="Kc0f/3b+Zq1+mP0sT1uVwA=="><p>Bees</p></main>')
  expect(distinguishingWords([late, late], [whole, whole])).toEqual([])
  const body = Buffer.from('<p>Born in 1852: &quot;Virginia&quot;</p>')
  expect(secretsIn(['Virginia', '1852', '1927'], body, 'text/html')).toEqual(['Virginia', '1852'])
  expect(secretsIn(['1852'], Buffer.from('{"id":"0a-1852-0b"}'), '')).toEqual([])
})

test('the test above calls every server action of an attempt, and every other file of actions is listed', () => {
  const isAsked = (action: string) => [ANSWER_ACTION, ...OTHER_ACTIONS_ASKED].includes(action)
  const notAsked = listActions().filter((action) => !isAsked(action))
  const files = new Set(notAsked.map((action) => action.slice(0, action.lastIndexOf(' '))))
  expect([...files].sort()).toEqual([...ACTIONS_NOT_ASKED].sort())
})

const POST_ANSWER = 'app/(focus)/attempts/[id]/actions.ts postAnswer'
const RETAKE = 'app/(learn)/attempts/[id]/result/actions.ts retake'
const OTHER_ACTIONS_ASKED = [POST_ANSWER, RETAKE]

/** Files of actions that do not concern an attempt, or that would change the data of the test. */
const ACTIONS_NOT_ASKED = [
  'app/(focus)/study/actions.ts',
  'app/(learn)/(author)/decks/[id]/items/assistant/actions.ts',
  'app/(learn)/decks/[id]/actions.ts',
  'app/(learn)/decks/[id]/items/actions.ts',
  'app/(learn)/decks/new/actions.ts',
  'app/(learn)/documents/new/actions.ts',
  'app/(learn)/quizzes/start-quiz.ts',
  'app/(learn)/shared/[secret]/actions.ts',
  'app/(people)/account/actions.ts',
  'app/(people)/settings/model/actions.ts',
  'app/(people)/sign-in/actions.ts',
  'app/(people)/sign-up/actions.ts',
  'app/(teach)/classes/[id]/actions.ts',
  'app/(teach)/classes/[id]/assign/actions.ts',
  'app/(teach)/classes/[id]/learners/actions.ts',
  'app/(teach)/classes/actions.ts',
  'app/go-to-class.ts',
  'app/join/actions.ts',
]

/**
 * Routes that show a deck to people who may study it. They contain the answers of its cards with or without a test.
 */
const SHOWS_THE_DECK = ['/decks', '/api/decks', '/study', '/shared', '/search']

// Today has a patch for each fact of a deck, labelled with its statement.
const showsTheDeck = (route: string) => route === '/' || SHOWS_THE_DECK.some((start) => route.startsWith(start))

type Walk = {
  readonly said: ReadonlyMap<string, WordCounts>
  /** Responses with an unexpected status. */
  readonly unexpected: readonly string[]
  /** Responses that contain a secret of a question. */
  readonly secrets: readonly string[]
}

const saidIn = (walked: Walk, name: string): WordCounts => {
  const said = walked.said.get(name)
  if (!said) throw new Error(`${name} was not asked each time.`)
  return said
}

/** Answers both tests, unless they are to stay unanswered, sends the requests and returns the responses. */
async function walk(
  page: Page,
  scene: Scene,
  requests: readonly Request[],
  how: 'right' | 'wrong' | 'unanswered',
): Promise<Walk> {
  const questions = scene.tests.flatMap((open) => open.questions)
  const given = questions.flatMap(({ right, wrong }) => [...right, ...wrong])
  const hidden = questions.flatMap((question) => question.secrets)
  const said = new Map<string, WordCounts>()
  const unexpected: string[] = []
  const secrets: string[] = []
  for (const { name, body, type } of how === 'unanswered' ? [] : await answerAll(page, scene, how)) {
    said.set(name, wordsOf(body, type, given))
    secrets.push(...secretsIn(hidden, body, type).map((secret) => `${name}: ${secret}`))
  }
  for (const request of requests) {
    const { name, route } = request
    const { status, location, type, body } = await ask(page, request)
    if (!isExpected(status, request)) unexpected.push(`${name}: ${status}`)
    const head = [`status ${status}`, `location ${location}`].map((word) => [word, 1] as const)
    said.set(name, new Map([...wordsOf(body, type, given), ...head]))
    const rest = route === '/api/export' ? withoutOwnDecks(body) : body
    if (!showsTheDeck(route)) secrets.push(...secretsIn(hidden, rest, type).map((secret) => `${name}: ${secret}`))
  }
  return { said, unexpected, secrets }
}

async function ask(page: Page, { url, method, headers = {}, data }: Request) {
  // Without it the server redirects the router: a hash of headers that this request does not have.
  const address = headers.RSC ? `${url}${url.includes('?') ? '&' : '?'}_rsc=` : url
  const response = await page.request.fetch(address, { method, headers, data, maxRedirects: 0 })
  const { location = '', 'content-type': type = '' } = response.headers()
  const body = await response.body()
  return { status: response.status(), location, type, body: type === 'application/pdf' ? await textOfPdf(body) : body }
}

/** Removes the learner's own documents, whose items are in the export, and the studied facts. */
function withoutOwnDecks(body: Buffer): Buffer {
  const { documents, memories, ...rest } = JSON.parse(body.toString())
  expect([documents.length, memories.length]).not.toContain(0)
  return Buffer.from(JSON.stringify(rest))
}

/** The responses to the answers and to the actions that are refused while the test is open. */
async function answerAll(page: Page, { tests }: Scene, how: 'right' | 'wrong') {
  const replies = []
  for (const open of tests) {
    replies.push(...(await answer(page, open, how)))
    const { attemptId, questions } = open
    const [first] = questions
    if (!first) throw new Error('A test has no question')
    const form = answerForm(attemptId, first, 'keep no', first[how])
    for (const [address, action, sent] of [
      [`/attempts/${attemptId}?q=1`, POST_ANSWER, form],
      [`/attempts/${attemptId}/result`, RETAKE, [['attemptId', attemptId] as const]],
    ] as const) {
      const reply = await callAction(page, address, action, sent)
      // Both redirect to a page of this test: no other attempt is started.
      expect(reply.redirect, action).toContain(`/attempts/${attemptId}`)
      replies.push({ ...reply, name: `${action} at ${address}` })
    }
  }
  return replies
}

async function textOfPdf(body: Buffer): Promise<Buffer> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)), { mergePages: true })
  return Buffer.from(text)
}

type Request = {
  name: string
  route: string
  /** The expected status. */
  status: number
  url: string
  method: string
  headers?: Record<string, string>
  data?: unknown
}

const isExpected = (status: number, request: Request) => request.status === ANY_STATUS || request.status === status

/** Next.js answers its own error page with 200 or 500, depending on earlier requests. */
const ANY_STATUS = 0

/** The learner is a member of the first class and teaches the second. */
const TAUGHT_ONLY = [307, 200]

/**
 * Statuses that are not 200, by method and route, some with a query: one status for all addresses, or one for
 * each in the order of `valuesOf`. A fetch of the router has the redirect in its body and the status 200.
 */
const STATUSES: Record<string, number | readonly number[]> = {
  'GET /_not-found': 404,
  'GET /_global-error': ANY_STATUS,
  'RSC /_global-error': ANY_STATUS,
  // Without a question in the address the page redirects to the first open one, or after the end to the result.
  'GET /attempts/[id]': 307,
  'GET /attempts/[id]?q': 200,
  'GET /attempts/[id]/result': 307,
  'GET /classes/[id]/assign': TAUGHT_ONLY,
  'GET /classes/[id]/gradebook': TAUGHT_ONLY,
  'GET /classes/[id]/gradebook/csv': [404, 200],
  'GET /classes/[id]/learners': TAUGHT_ONLY,
  'GET /classes/[id]/questions': TAUGHT_ONLY,
  'GET /decks?page': 307,
  'GET /decks/[id]/print/pdf?what=quiz': [404, 200],
  'GET /decks/new?deck': 404,
  // The first deck is the teacher's, the second the learner's own, which no model reads.
  'GET /decks/[id]/reading': [404, 307],
  'GET /decks/[id]/items/assistant': [404, 200],
  'GET /api/decks/[id]/reading': 404,
  'GET /settings/model': 404,
  'GET /join/welcome': 307,
  'GET /sign-in/merge': 307,
  'GET /sign-in': 307,
  'GET /sign-up': 307,
  'GET /sign-out': 307,
  'POST /api/auth/[...nextauth]': 400,
  'POST /api/documents': 400,
  'POST /api/decks/[id]/another-item': 400,
}

function statusOf(key: string, at: number, query = ''): number {
  const [name] = query.split('=')
  const status = STATUSES[`${key}?${query}`] ?? STATUSES[`${key}?${name}`] ?? STATUSES[key] ?? 200
  return typeof status === 'number' ? status : (status[at] ?? 200)
}

/** Every route with every method that it has. */
async function requestsOf(page: Page, scene: Scene): Promise<Request[]> {
  const values = valuesOf(scene)
  const queries = queriesOf(scene)
  const asked = listRoutes().map(async (route) => {
    const more = route.readsQuery ? queries[route.path] : []
    if (!more) throw new Error(`${route.path} reads a query, and this test has none for it`)
    const urls = addressesOf(route.path, values)
    const reads = urls.flatMap((path, at) =>
      ['', ...more].map((query): Request => {
        const url = query ? `${path}?${query}` : path
        const status = statusOf(`GET ${route.path}`, at, query)
        return { name: `GET ${url}`, route: route.path, status, url, method: 'GET' }
      }),
    )
    // A page is requested as a document and as a fetch of the router. With a query both have the same content, so both are
    // requested only for an attempt, where it matters most.
    if (route.kind === 'page') {
      const fetched = { status: statusOf(`RSC ${route.path}`, 0), headers: { RSC: '1' } }
      const isFetchedToo = ({ url }: Request) => !url.includes('?') || route.path.startsWith('/attempts')
      return reads.flatMap((read) =>
        isFetchedToo(read) ? [read, { ...read, name: `RSC ${read.url}`, ...fetched }] : [read],
      )
    }
    const methods = await methodsOf(page, urls[0] ?? route.path)
    return methods.flatMap((method) => (method === 'GET' ? reads : writesOf(scene, method, route.path, urls)))
  })
  return (await Promise.all(asked)).flat()
}

function writesOf(scene: Scene, method: string, route: string, urls: readonly string[]): Request[] {
  const key = `${method} ${route}`
  if (key === ENDS_THE_SESSION) return []
  const data = bodyOf(key, scene)
  return urls.map((url, at) => ({ name: `${method} ${url}`, route, status: statusOf(key, at), url, method, data }))
}
/** The methods that the server lists; HEAD is GET without a body. */
async function methodsOf(page: Page, url: string): Promise<string[]> {
  const { allow } = (await page.request.fetch(url, { method: 'OPTIONS' })).headers()
  if (!allow) throw new Error(`${url} does not say which methods it has`)
  return allow.split(/,\s*/).filter((method) => method !== 'OPTIONS' && method !== 'HEAD')
}

function bodyOf(name: string, { sent }: Scene): unknown {
  const bodies: Record<string, unknown> = {
    'POST /api/study-events': sent,
    // Refused requests only: regenerating takes seconds and its response contains no answers.
    'POST /api/documents': {},
    'POST /api/decks/[id]/regeneration': {},
    'POST /api/decks/[id]/another-item': {},
    'POST /api/auth/[...nextauth]': {},
  }
  if (!(name in bodies)) throw new Error(`This test does not know what to send to ${name}`)
  return bodies[name]
}

function valuesOf({ tests, ids }: Scene): Values {
  return {
    'attempts/[id]': tests.map(({ attemptId }) => attemptId),
    'quizzes/[id]': ids.quizzes,
    'decks/[id]': ids.decks,
    'classes/[id]': ids.classes,
    'facts/[id]': ids.facts,
    'shared/[secret]': ids.secrets,
    'join/[code]': ids.codes,
    'auth/[...nextauth]': ['session', 'providers'],
  }
}

/** Queries with which pages are requested. */
function queriesOf({ tests, ids }: Scene): Record<string, readonly string[]> {
  const longest = Math.max(...tests.map(({ questions }) => questions.length))
  const decks = ids.decks.map((id) => `deck=${id}`)
  const facts = ids.facts.map((id) => `facts=${id}`)
  const printed = ['what=cards', 'what=quiz', 'what=facts']
  return {
    '/attempts/[id]': [
      ...Array.from({ length: longest }, (_, at) => `q=${at + 1}`),
      'q=end',
      'end',
      'problem=x&draft=4711',
    ],
    '/study': [...decks, ...facts, ...decks.map((deck) => `${deck}&cram=1`), ...facts.map((fact) => `${fact}&show=1`)],
    '/decks/[id]/items': ['edit=1', 'done=1', 'page=2'],
    '/decks/[id]': ['copied=1'],
    '/decks/[id]/print': printed,
    '/decks/[id]/print/pdf': printed,
    '/decks/[id]/quiz': ['problem=no-questions'],
    '/decks/[id]/text': ['sentence=1', 'at=40'],
    '/decks': ['page=2', 'tag=bees'],
    // The deck of the teacher, which is not the learner's to write.
    '/decks/new': decks.slice(0, 1),
    '/quizzes/[id]': ids.assignments.map((id) => `assignment=${id}`),
    '/try-later': ['minutes=5'],
    '/search': ['q=honey', 'q=queen&page=2'],
    '/statistics': decks,
    '/sign-in/merge': ['from=/'],
    '/sign-in': ['from=/', 'error=CredentialsSignin'],
    '/sign-up': ['from=/'],
    '/classes/[id]/assign': decks,
    '/classes/[id]': [...decks, 'sort=name'],
    '/classes': ['new'],
    '/join/[code]': ['as=me', 'as=other'],
    '/join': ['as=me'],
    '/join/return': ['code=abcd'],
    '/join/welcome': ids.classes.map((id) => `class=${id}`),
  }
}
