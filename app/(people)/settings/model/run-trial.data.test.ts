import { afterEach, describe, expect, it } from 'vitest'
import { countTrial } from '@/lib/data/readings/ask-model'
import { readUsage } from '@/lib/data/readings/find-reading'
import { db } from '@/lib/db'
import { readModelSettings } from '@/lib/model/settings'
import { useDatabase } from '@/test/database'
import { NOW } from '@/test/factories'
import { startBadModel } from '@/test/model-servers/bad-model'
import { type ModelServer, sendJson, sendReply, startModelServer } from '@/test/model-servers/model-server'
import { runTrial } from './run-trial'

useDatabase()

afterEach(() => db().modelUsage.deleteMany())

/** The trial of the model at this server, which ends with it. */
async function tried(server: ModelServer, model: string, skipped = '') {
  const settings = readModelSettings({ BILIM_MODEL: model, OPENAI_BASE_URL: server.url, BILIM_MODEL_SKIP: skipped })
  if (settings.kind !== 'on') throw new Error('The model is not on.')
  const count = (tokens: { promptTokens: number; completionTokens: number }) => countTrial({ model, ...tokens }, NOW)
  const { connection, skippedStages } = settings
  const sentenceOf = ({ code }: { code: string }) => code
  const trial = await runTrial(connection, count, { sentenceOf, skippedStages, within: 1_500 })
  await server.close()
  if (trial.kind !== 'tried') throw new Error(trial.kind)
  return trial
}

const [YES, UNTRIED] = [{ result: 'yes' }, { result: 'untried' }]
const WRONG = {
  sentence: 1,
  type: 'short-answer',
  question: 'Where does a tarn lie?',
  answers: ['on a hill'],
  wrong: [],
}

const USAGE = { prompt_tokens: 12, completion_tokens: 7 }
const RIGHT = { ...WRONG, answers: ['in a hollow'] }
const ANSWER = { n: 1, answers: ['in a hollow'], sentence: 1 }

describe('a trial of the model', () => {
  it('passes three checks, and its tokens count in the month without a document', async () => {
    const trial = await tried(
      await startBadModel('one-piece', JSON.stringify({ items: [RIGHT], answers: [ANSWER] })),
      'good',
    )
    expect(trial).toMatchObject({ reachable: YES, form: YES, sense: YES, item: { question: RIGHT.question } })
    const [month] = await readUsage(NOW)
    expect(month).toMatchObject({ model: 'good', documents: 0 })
    expect((month?.promptTokens ?? 0) + (month?.completionTokens ?? 0)).toBe(trial.tokens)
    expect(trial.tokens).toBeGreaterThan(0)
  })

  it('leaves out the stages that the operator leaves out', async () => {
    const reply = JSON.stringify({ items: [RIGHT], answers: [ANSWER] })
    const [all, fewer] = [await startBadModel('one-piece', reply), await startBadModel('one-piece', reply)]
    await tried(all, 'good')
    await tried(fewer, 'good', 'answer-without-text')
    expect(fewer.requests.length).toBe(all.requests.length - 1)
  })

  it.each([
    ['unauthorised', 'unauthorised'],
    ['redirect', 'redirected'],
  ] as const)('says that it is not reached: %s', async (way, reason) => {
    const trial = await tried(await startBadModel(way), 'bad')
    expect(trial).toMatchObject({ reachable: { result: 'failure', reason }, form: UNTRIED, sense: UNTRIED, tokens: 0 })
  })

  it.each(['empty', 'html', 'prompt-too-long', 'content-filter'] as const)(
    'says that it is reached and does not keep to the form: %s',
    async (way) => {
      const trial = await tried(await startBadModel(way), 'bad')
      expect(trial).toMatchObject({ reachable: YES, form: { result: 'failure' }, sense: UNTRIED })
    },
  )

  it('knows nothing where no answer comes in its time', async () => {
    const trial = await tried(await startBadModel('silence'), 'bad')
    expect(trial).toMatchObject({
      ...{ reachable: { result: 'unknown', reason: 'timeout' }, form: UNTRIED, sense: UNTRIED, tokens: 0 },
    })
  })

  it('says that it is reached where an answer begins and does not end in its time', async () => {
    const trial = await tried(await startBadModel('comments-alone'), 'bad')
    expect(trial).toMatchObject({ reachable: YES, form: { result: 'failure', reason: 'timeout' }, sense: UNTRIED })
  })

  it('fails the last check alone where the first reply is good and a later one fails', async () => {
    const good = JSON.stringify({ items: [RIGHT] })
    const server = await startModelServer(['bad'], (response, _body, asked) =>
      asked === 1
        ? sendReply(response, good, USAGE)
        : sendJson(response, 401, { error: { message: 'The key expired' } }),
    )
    const trial = await tried(server, 'bad')
    expect(trial).toMatchObject({ reachable: YES, form: YES, sense: { result: 'failure', reason: 'unauthorised' } })
  })

  it.each([
    ['a list alone', JSON.stringify([WRONG])],
    ['curly quotes and another name', '{“questions”: [{“sentence”: 1, “question”: “Where?”, “answer”: “on a hill”}]}'],
  ])('reads what a document’s replies are read from: %s', async (_what, reply) => {
    const trial = await tried(await startBadModel('one-piece', reply), 'bad')
    expect(trial).toMatchObject({ reachable: YES, form: YES, sense: { result: 'no', why: ['key-not-in-quote'] } })
  })

  it('says why nothing of a reply could be read', async () => {
    const trial = await tried(await startBadModel('one-piece', '{"items": [{"sentence": 1}]}'), 'bad')
    expect(trial).toMatchObject({ form: { result: 'no', why: ['unreadable'] }, sense: UNTRIED })
  })

  it('says that what it wrote has no question that can be read', async () => {
    const trial = await tried(await startBadModel('fences', 'Glaciers are fine.'), 'bad')
    expect(trial).toMatchObject({ reachable: YES, form: { result: 'no' }, sense: UNTRIED, item: null })
  })

  it('says that it wrote no question', async () => {
    const trial = await tried(await startBadModel('one-piece', '{"items": []}'), 'bad')
    expect(trial).toMatchObject({ reachable: YES, form: YES, sense: { result: 'no', why: [] }, item: null })
  })

  it('says that it keeps to the form and does not answer sensibly', async () => {
    const trial = await tried(await startBadModel('fences', JSON.stringify({ items: [WRONG] })), 'bad')
    expect(trial).toMatchObject({ reachable: YES, sense: { result: 'no', why: ['key-not-in-quote'] }, item: null })
    expect(['yes', 'partly']).toContain(trial.form.result)
  })
})
