import { extractText, getDocumentProxy } from 'unpdf'
import { answer, exportOf, openTests, type Scene } from './support/open-tests'
import { addressesOf, listRoutes, type Values } from './support/routes'
import { type Said, telling, wordsOf } from './support/said'
import { expect, type Page, test } from './support/test'

/** The one route that is not asked: it ends the session, and says nothing of anybody's answers. */
const ENDS_THE_SESSION = 'POST /api/sign-out'

test('no route tells by which answers of an open test are right, whether a teacher gave it or the learner chose it', async ({
  page,
  someoneElse,
}) => {
  const scene = await openTests(page, await someoneElse())
  const before = await exportOf(page)
  // From here on every question has an answer; only which one it is changes.
  for (const open of scene.tests) await answer(page, open, 'wrong')
  // Twice each, in turn: what only time or chance changes does not follow the answers.
  const [right, wrong, rightAgain, wrongAgain] = [
    await walk(page, scene, 'right'),
    await walk(page, scene, 'wrong'),
    await walk(page, scene, 'right'),
    await walk(page, scene, 'wrong'),
  ]
  const told = [...right].flatMap(([name, said]) => {
    const words = telling([said, saidIn(rightAgain, name)], [saidIn(wrong, name), saidIn(wrongAgain, name)])
    return words.length > 0 ? [`${name}: ${words.join(' ')}`] : []
  })
  expect(told).toEqual([])

  const after = await exportOf(page)
  expect(after.attempts.map(({ responses }) => responses.length)).toEqual(
    scene.tests.map(({ questions }) => questions.length),
  )
  expect([after.memories, after.reviews]).toEqual([before.memories, before.reviews])
})

test('a route that the test above cannot ask fails it, and so does one that tells', () => {
  const values = { 'decks/[id]': ['d', 'e'] }
  expect(addressesOf('/decks/[id]/items', values)).toEqual(['/decks/d/items', '/decks/e/items'])
  expect(() => addressesOf('/decks/[id]/secrets/[secret]', values)).toThrow('secrets/[secret]')
  const answers = (points: number) => wordsOf(Buffer.from(`{"given":"Virginia","points":${points}}`), '', ['Virginia'])
  expect(telling([answers(1), answers(1)], [answers(0), answers(0)])).toEqual(['1', '0'])
  expect(telling([answers(1), answers(2)], [answers(3), answers(4)])).toEqual([])
})

const saidIn = (answers: ReadonlyMap<string, Said>, name: string): Said => {
  const said = answers.get(name)
  if (!said) throw new Error(`${name} was not asked each time.`)
  return said
}

/** Answers both tests, then asks every route; what each said. */
async function walk(page: Page, scene: Scene, how: 'right' | 'wrong'): Promise<ReadonlyMap<string, Said>> {
  const given = scene.tests.flatMap(({ questions }) => questions.flatMap(({ right, wrong }) => [...right, ...wrong]))
  const answers = new Map<string, Said>()
  for (const open of scene.tests)
    for (const { name, body, type } of await answer(page, open, how)) answers.set(name, wordsOf(body, type, given))
  for (const { url, name, ...request } of await requestsOf(page, scene)) {
    const response = await page.request.fetch(url, { ...request, maxRedirects: 0 })
    const { location = '', 'content-type': type = '' } = response.headers()
    const body = type === 'application/pdf' ? await textOfPdf(await response.body()) : await response.body()
    expectAnswer(response.status(), { name, url, ...request })
    const head = [`status ${response.status()}`, `location ${location}`].map((word) => [word, 1] as const)
    answers.set(name, new Map([...wordsOf(body, type, given), ...head]))
  }
  return answers
}

function expectAnswer(status: number, { name, url, data = {} }: Request): void {
  // The page that stands for an error is one.
  if (url !== '/_global-error') expect(status, name).toBeLessThan(500)
  // What a device sends is accepted: an answer that refuses it would tell nothing of tests.
  if (Object.keys(data).length > 0) expect(status, name).toBe(200)
}

async function textOfPdf(body: Buffer): Promise<Buffer> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)), { mergePages: true })
  return Buffer.from(text)
}

type Request = { name: string; url: string; method: string; headers?: Record<string, string>; data?: object }

/** Every route with every method that it has. */
async function requestsOf(page: Page, scene: Scene): Promise<Request[]> {
  const values = valuesOf(scene)
  const queries = queriesOf(scene)
  const asked = listRoutes().map((route) => {
    const more = route.readsQuery ? queries[route.path] : []
    if (!more) throw new Error(`${route.path} reads a query, and this test has none for it`)
    const urls = addressesOf(route.path, values)
    const withQueries = urls.flatMap((url) => [url, ...more.map((query) => `${url}?${query}`)])
    return route.kind === 'page' ? withQueries.flatMap(pageOf) : ofHandler(page, scene, route.path, urls, withQueries)
  })
  return (await Promise.all(asked)).flat()
}

const get = (url: string): Request => ({ name: `GET ${url}`, url, method: 'GET' })

/** As a document, and as what the router fetches of it. */
const pageOf = (url: string): Request[] => [get(url), { ...get(url), name: `RSC ${url}`, headers: { RSC: '1' } }]

async function ofHandler(
  page: Page,
  scene: Scene,
  path: string,
  urls: readonly string[],
  withQueries: readonly string[],
): Promise<Request[]> {
  const methods = await methodsOf(page, urls[0] ?? path)
  return methods.flatMap((method) => {
    const name = `${method} ${path}`
    if (name === ENDS_THE_SESSION) return []
    if (method === 'GET') return withQueries.map(get)
    return urls.map((url) => ({ name: `${method} ${url}`, url, method, data: bodyOf(name, scene) }))
  })
}

/** As the server lists them; HEAD is GET without its body. */
async function methodsOf(page: Page, url: string): Promise<string[]> {
  const { allow } = (await page.request.fetch(url, { method: 'OPTIONS' })).headers()
  if (!allow) throw new Error(`${url} does not say which methods it has`)
  return allow.split(/,\s*/).filter((method) => method !== 'OPTIONS' && method !== 'HEAD')
}

function bodyOf(name: string, { reviews, marks }: Scene): object {
  const bodies: Record<string, object> = {
    'POST /api/reviews': reviews,
    'POST /api/marks': marks,
    // Refused, and not renewed: what they make says nothing of answers, and takes seconds.
    'POST /api/documents': {},
    'POST /api/decks/[id]/renewal': {},
    'POST /api/auth/[...nextauth]': {},
  }
  const body = bodies[name]
  if (!body) throw new Error(`This test does not know what to send to ${name}`)
  return body
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

/** What pages are asked for besides their address. */
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
    '/quizzes/[id]': ids.assignments.map((id) => `assignment=${id}`),
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
    '/try-later': ['minutes=5'],
    '/join/return': ['code=abcd'],
    '/join/welcome': ids.classes.map((id) => `class=${id}`),
  }
}
